using Microsoft.Extensions.Logging;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Aggregates;

/// <summary>What becomes of a command on its way to a grain: whatever goes wrong is a refusal that is worth a retry.</summary>
internal static class GrainAnswers
{
    public static async Task<CommandOutcome> AskAsync(this ILogger logger, string key, object command, Func<Task<CommandOutcome>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is LimitExceededException or GatewayTooBusyException)
        {
            return CommandOutcome.Refused(RefusalCode.ThreadBusy);
        }
        catch (Exception e)
        {
            logger.CommandUnanswered(key, command.GetType().Name, e.Message);
            return CommandOutcome.Refused(RefusalCode.StoreUnavailable);
        }
    }
}
