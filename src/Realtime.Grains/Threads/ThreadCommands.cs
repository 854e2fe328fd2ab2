using Microsoft.Extensions.Logging;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Replicas;

namespace Realtime.Grains.Threads;

/// <summary>Brings commands to the thread, wherever it is served. Whatever goes wrong on the way is a refusal that is worth a retry.</summary>
internal sealed class ThreadCommands(IThreadGrains grains, ILogger<ThreadCommands> logger) : IThreadCommands
{
    public async Task<CommandOutcome> ExecuteAsync(ThreadKey thread, ThreadCommand command)
    {
        try
        {
            return await grains.Of(thread).Execute(command);
        }
        catch (Exception e) when (e is LimitExceededException or GatewayTooBusyException)
        {
            return CommandOutcome.Refused(RefusalCode.ThreadBusy);
        }
        catch (Exception e)
        {
            logger.CommandUnanswered(thread.ToString(), command.GetType().Name, e.Message);
            return CommandOutcome.Refused(RefusalCode.StoreUnavailable);
        }
    }
}
