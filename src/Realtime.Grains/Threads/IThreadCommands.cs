using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Threads;

/// <summary>The only way to change a thread, for hosts.</summary>
public interface IThreadCommands
{
    /// <summary>
    /// Answers once the command's event is in the journal, or with a refusal. When the outcome cannot be known in time the answer is
    /// <see cref="RefusalCode.StoreUnavailable"/>: repeat the command with the same client id. Never throws for outages.
    /// </summary>
    Task<CommandOutcome> ExecuteAsync(ThreadKey thread, ThreadCommand command);
}
