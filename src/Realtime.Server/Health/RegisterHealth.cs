using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Realtime.Server.Health;

/// <summary>Whether the other servers can find this one.</summary>
internal sealed class RegisterHealth(SiloRegister register) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(register.HasThisSilo ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("not in the cluster's table"));
}
