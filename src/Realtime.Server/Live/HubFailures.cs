using Microsoft.AspNetCore.SignalR;

namespace Realtime.Server.Live;

/// <summary>
/// Logs what no hub method should throw. SignalR's own log of failed methods is off: to it every refusal is a failure, and what a refusal tells (a moderator's
/// reason, say) is for the caller alone.
/// </summary>
internal sealed class HubFailures(ILogger<HubFailures> logger) : IHubFilter
{
    public const string LoggedBySignalR = "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher";

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (Exception e) when (e is not HubException && !invocationContext.Context.ConnectionAborted.IsCancellationRequested)
        {
            logger.MethodFailed(e, invocationContext.HubMethodName);
            throw;
        }
    }
}
