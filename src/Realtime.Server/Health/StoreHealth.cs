using Microsoft.Extensions.Diagnostics.HealthChecks;
using Realtime.Discussion.Journal;
using Realtime.Redis.Stores;

namespace Realtime.Server.Health;

/// <summary>Whether the store takes writes, and what an acknowledgement is worth.</summary>
internal sealed class StoreHealth(OpenedStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var report = new Dictionary<string, object>
        {
            ["kind"] = store.IsEmbedded ? "embedded" : "redis",
            ["durability"] = store.Durability.Level.ToString(),
            ["promise"] = store.Durability.Description,
        };
        try
        {
            await store.PingAsync(cancellationToken);
            return HealthCheckResult.Healthy(data: report);
        }
        catch (JournalUnavailableException e)
        {
            return HealthCheckResult.Unhealthy(exception: e, data: report);
        }
    }
}
