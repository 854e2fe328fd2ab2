using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Realtime.Discussion.Threads;
using Realtime.Server.Hosting;
using Realtime.Server.Refusals;

namespace Realtime.Server.Limits;

internal static class RateLimiting
{
    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        builder.AddSettings<RateLimitsOptions>("RateLimits", options => options.Mistakes());
        builder.Services.AddSingleton<RateLimits>();
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<RateLimits>((options, limits) =>
        {
            options.GlobalLimiter = limits.ForHttp;
            options.OnRejected = (context, _) => new ValueTask(AnswerTo(context.Lease).ExecuteAsync(context.HttpContext));
        });
    }

    private static Refused AnswerTo(RateLimitLease lease) =>
        new(RefusalTable.Of(RefusalCode.RateLimited), retryAfter: lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null);
}
