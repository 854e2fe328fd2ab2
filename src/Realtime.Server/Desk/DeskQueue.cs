using Realtime.Discussion.Identity;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Threads;
using Realtime.Grains.Queue;
using Realtime.Server.Refusals;

namespace Realtime.Server.Desk;

/// <summary>A page of the queue that somebody asks for.</summary>
internal sealed record QueueAsking(QueueFilter Filter, QueuePlace? Behind, int Limit);

/// <summary>What moderators do with the queue, the same over HTTP and on the hub. A change that has been answered is in every read from this host that begins afterwards.</summary>
internal sealed class DeskQueue(IQueues queues, ItemContexts contexts, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <exception cref="Discussion.Journal.JournalUnavailableException">The store cannot be read.</exception>
    public async Task<QueueView> PageAsync(SiteId site, QueueAsking asking, CancellationToken cancellation)
    {
        var (queue, position, _) = (await queues.OpenAsync(site, cancellation)).Since(default);
        var page = QueueViews.Page(queue, position, asking.Filter, asking.Behind, asking.Limit, time.GetUtcNow());
        return page with { Items = await contexts.ExcerptAsync(site, page.Items, cancellation) };
    }

    /// <summary>One comment with all that is known of it, whether it waits or not.</summary>
    /// <exception cref="Discussion.Journal.JournalUnavailableException">The store cannot be read.</exception>
    public async Task<Answer<QueueItemView>> ItemAsync(Actor actor, SiteId site, QueueKey key, CancellationToken cancellation)
    {
        var queue = (await queues.OpenAsync(site, cancellation)).State;
        var waiting = queue.Find(key) is { } item ? QueueViews.Of(queue, item, time.GetUtcNow()) : null;
        return await contexts.WholeAsync(actor, site, key, waiting, cancellation) is { } whole ? whole : RefusalCode.CommentUnknown;
    }

    public async Task<Answer<ClaimView>> ClaimAsync(Actor actor, SiteId site, QueueKey key, CancellationToken cancellation)
    {
        var outcome = await ExecuteAsync(site, new ClaimItem { Actor = actor, Key = key }, cancellation);
        if (outcome.Refusal is { } refusal) return refusal;
        var queue = (await queues.OpenAsync(site, cancellation)).State;
        // Between the answer and this look the comment may have been decided.
        return queue.ClaimOf(key, time.GetUtcNow()) is { } claim ? QueueViews.Of(claim) : RefusalCode.CommentUnknown;
    }

    public async Task<Refusal?> ReleaseAsync(Actor actor, SiteId site, QueueKey key, CancellationToken cancellation) =>
        (await ExecuteAsync(site, new ReleaseItem { Actor = actor, Key = key }, cancellation)).Refusal;

    private async Task<CommandOutcome> ExecuteAsync(SiteId site, QueueCommand command, CancellationToken cancellation)
    {
        var outcome = await queues.ExecuteAsync(site, command);
        if (outcome.Refusal is null) await (await queues.OpenAsync(site, cancellation)).ReachAsync(outcome.Position, Patience, cancellation);
        return outcome;
    }
}
