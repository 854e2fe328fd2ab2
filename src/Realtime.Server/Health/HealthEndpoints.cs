using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Realtime.Server.Health;

/// <summary><c>/health/live</c>: the process runs. <c>/health/ready</c>: it can do its work, and how durable that is.</summary>
internal static class HealthEndpoints
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StoreHealth>("store").AddCheck<SiloHealth>("silo");
        return services;
    }

    /// <summary>For servers that find each other through the store.</summary>
    public static void AddRegisterHealth(this IServiceCollection services)
    {
        services.AddSingleton<SiloRegister>().AddHostedService(provider => provider.GetRequiredService<SiloRegister>());
        services.AddHealthChecks().AddCheck<RegisterHealth>("register");
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).DisableRateLimiting();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).DisableRateLimiting();
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        Status = report.Status.ToString(),
        Checks = report.Entries.ToDictionary(entry => entry.Key, entry => new { Status = entry.Value.Status.ToString(), entry.Value.Data }),
    }, http.RequestAborted);
}
