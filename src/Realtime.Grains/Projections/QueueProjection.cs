using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Threads;
using Realtime.Grains.Queue;

namespace Realtime.Grains.Projections;

/// <summary>What waits for moderators.</summary>
internal sealed class QueueProjection(IQueues queues) : IProjection
{
    public string Name => "queue";

    public async Task TakeInAsync(ArticleFacts facts, CancellationToken cancellation)
    {
        var outcome = await queues.ExecuteAsync(facts.Thread.Site, TakeIn.Of([facts]));
        if (outcome.Refusal is { } refusal) throw new ProjectionRefusedException(refusal.Code);
    }

    /// <summary>Nothing: every item is told again as it is now, and leaves if it has no place in the queue any more.</summary>
    public Task ClearAsync(SiteId site, CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>An aggregate did not take in what it was told; it is told again.</summary>
internal sealed class ProjectionRefusedException(RefusalCode code) : Exception($"The aggregate answers {code}.");
