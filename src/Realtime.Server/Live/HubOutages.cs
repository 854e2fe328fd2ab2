using Microsoft.AspNetCore.SignalR;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;

namespace Realtime.Server.Live;

/// <summary>A store that cannot be read is a refusal like others.</summary>
internal sealed class HubOutages(TimeProvider time) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (JournalUnavailableException)
        {
            throw HubRefusal.Of(new Refusal(RefusalCode.StoreUnavailable), time.GetUtcNow());
        }
    }
}
