using System.Net;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Realtime.Server.Secrets;

namespace Realtime.Server.Limits;

/// <summary>The budgets of all callers. HTTP and hub draw on the same ones.</summary>
internal sealed class RateLimits(IOptions<RateLimitsOptions> options, AddressHashes addresses) : IDisposable
{
    private readonly PartitionedRateLimiter<Caller> _limiter = LimiterFor(options.Value);

    /// <summary>Charges a request to its address and, when it writes, to its person.</summary>
    public PartitionedRateLimiter<HttpContext> ForHttp => _limiter.WithTranslatedKey<HttpContext>(http => Caller.Of(http, addresses), leaveOpen: true);

    /// <summary>Charges one hub invocation that writes.</summary>
    public bool TryWrite(ClaimsPrincipal writer, IPAddress? address, out TimeSpan retryAfter) => TryAcquire(Caller.Of(address, writer, addresses), out retryAfter);

    /// <summary>Charges one hub invocation that only reads.</summary>
    public bool TryRead(IPAddress? address, out TimeSpan retryAfter) => TryAcquire(Caller.Of(address, null, addresses), out retryAfter);

    public void Dispose() => _limiter.Dispose();

    private bool TryAcquire(Caller caller, out TimeSpan retryAfter)
    {
        using var lease = _limiter.AttemptAcquire(caller);
        lease.TryGetMetadata(MetadataName.RetryAfter, out retryAfter);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<Caller> LimiterFor(RateLimitsOptions options)
    {
        var (requests, writes) = (options.Requests.AsOptions(), options.Writes.AsOptions());
        if (!options.Enabled) return PartitionedRateLimiter.Create<Caller, string>(_ => RateLimitPartition.GetNoLimiter(""));
        return PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<Caller, string>(caller => RateLimitPartition.GetTokenBucketLimiter(caller.Network, _ => requests)),
            PartitionedRateLimiter.Create<Caller, string>(caller => caller.Writer is { } writer
                ? RateLimitPartition.GetTokenBucketLimiter(writer, _ => writes)
                : RateLimitPartition.GetNoLimiter("")));
    }
}
