using Microsoft.Extensions.Diagnostics.HealthChecks;
using Realtime.Server.Hosting;

namespace Realtime.Server.Draining;

/// <summary>Leaving in good order: the lifetime, readiness, the door that lets no new reader in, and the operator's call.</summary>
internal static class DrainSetup
{
    public static void AddDraining(this WebApplicationBuilder builder)
    {
        builder.AddSettings<DrainOptions>("Drain", options => options.Mistakes());
        var services = builder.Services;
        services.AddSingleton<Drain>().AddSingleton<DrainingLifetime>();
        services.AddSingleton<IHostLifetime>(provider => provider.GetRequiredService<DrainingLifetime>());
        services.AddHealthChecks().AddCheck<DrainHealth>("drain", tags: ["ready"]);
    }

    /// <summary>Refuses new hub connections while draining: the client tries the next host.</summary>
    public static void UseDraining(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/hubs", StringComparison.Ordinal)
            && context.RequestServices.GetRequiredService<Drain>().HasBegun)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "1";
            return;
        }

        await next(context);
    });
}

internal sealed class DrainHealth(Drain drain) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(drain.HasBegun ? HealthCheckResult.Unhealthy("draining") : HealthCheckResult.Healthy());
}
