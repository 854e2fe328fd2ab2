using Microsoft.Extensions.Logging;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Replicas;

namespace Realtime.Grains.Threads;

/// <summary>Brings commands to the thread, wherever it is served.</summary>
internal sealed class ThreadCommands(IThreadGrains grains, ILogger<ThreadCommands> logger) : IThreadCommands
{
    public Task<CommandOutcome> ExecuteAsync(ThreadKey thread, ThreadCommand command) =>
        logger.AskAsync(thread.ToString(), command, () => grains.Of(thread).Execute(command));
}
