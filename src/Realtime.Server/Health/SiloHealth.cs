using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Realtime.Server.Health;

/// <summary>Whether this silo takes part in the cluster. From the first moment of stopping it does not: new callers go elsewhere.</summary>
internal sealed class SiloHealth(ISiloStatusOracle silo, IHostApplicationLifetime host) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var isUp = silo.CurrentStatus == SiloStatus.Active && !host.ApplicationStopping.IsCancellationRequested;
        var report = new Dictionary<string, object> { ["state"] = silo.CurrentStatus.ToString() };
        return Task.FromResult(isUp ? HealthCheckResult.Healthy(data: report) : HealthCheckResult.Unhealthy(data: report));
    }
}
