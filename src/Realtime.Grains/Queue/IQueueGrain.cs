using Realtime.Discussion.Queue;
using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;

namespace Realtime.Grains.Queue;

/// <summary>The one writer of a site's moderation queue.</summary>
[Alias("moderation-queue")]
public interface IQueueGrain : IFedGrain
{
    /// <inheritdoc cref="Threads.IArticleThreadGrain.Execute"/>
    [Alias("execute"), ResponseTimeout("00:00:06")]
    Task<CommandOutcome> Execute(QueueCommand command);
}
