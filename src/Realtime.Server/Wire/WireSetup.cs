using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Realtime.Server.Hosting;

namespace Realtime.Server.Wire;

/// <summary>What all HTTP answers have in common: JSON, limits, headers, compression, other origins.</summary>
internal static class WireSetup
{
    public static void AddWire(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(options => WireJson.Configure(options.SerializerOptions));
        builder.Services.Configure<KestrelServerOptions>(Limit);
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
        var origins = builder.AddSettings<CrossOriginOptions>("Cors", options => options.Mistakes());
        builder.Services.AddCors(options => options.AddDefaultPolicy(policy => Allow(policy, origins)));
    }

    public static void UseWire(this WebApplication app)
    {
        // Before compression, so that a page is kept as it goes out.
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseCors();
        app.UseHubOrigins();
        app.UseRequestSize();
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = RequestSize.HardLimit;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }

    /// <summary>Credentials are allowed because SignalR's browser client asks for them; there are no cookies that a foreign page could make use of.</summary>
    private static void Allow(CorsPolicyBuilder policy, CrossOriginOptions origins)
    {
        policy.AllowAnyHeader().AllowAnyMethod().AllowCredentials().WithExposedHeaders("ETag", "Location", "Retry-After").SetPreflightMaxAge(TimeSpan.FromHours(1));
        if (origins.AnyOrigin) policy.SetIsOriginAllowed(_ => true);
        else policy.WithOrigins([.. origins.Origins]).SetIsOriginAllowedToAllowWildcardSubdomains();
    }
}
