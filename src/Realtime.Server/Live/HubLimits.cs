using Microsoft.AspNetCore.Http.Connections.Features;
using Microsoft.AspNetCore.SignalR;
using Realtime.Discussion.Threads;
using Realtime.Server.Limits;

namespace Realtime.Server.Live;

/// <summary>Charges every hub call to the budget that HTTP requests are charged to.</summary>
internal sealed class HubLimits(RateLimits limits, TimeProvider time) : IHubFilter
{
    private static readonly HashSet<string> Reading =
        [nameof(DiscussionHub.Watch), nameof(DiscussionHub.Unwatch), nameof(DiscussionHub.Typing), nameof(DiscussionHub.WatchInbox)];

    public static bool IsWrite(string method) => !Reading.Contains(method);

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var address = invocationContext.Context.Features.Get<IHttpContextFeature>()?.HttpContext?.Connection.RemoteIpAddress;
        var isWrite = IsWrite(invocationContext.HubMethodName);
        var may = isWrite && invocationContext.Context.User is { } writer
            ? limits.TryWrite(writer, address, out var retryAfter)
            : limits.TryRead(address, out retryAfter);
        return may ? next(invocationContext) : throw HubRefusal.Of(new Refusal(RefusalCode.RateLimited), time.GetUtcNow(), retryAfter);
    }
}
