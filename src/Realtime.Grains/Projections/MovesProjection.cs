using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Projections;
using Realtime.Grains.Replicas;
using Realtime.Grains.Sites;
using Realtime.Grains.Threads;

namespace Realtime.Grains.Projections;

/// <summary>
/// Brings comments that were moved to the thread in which they go on. It is a projection, so that a comment that has left one thread arrives in the other whatever
/// dies in between; the other thread takes each in once.
/// </summary>
internal sealed class MovesProjection(IThreadReplicas replicas, ISiteCopies sites, IThreadCommands threads, TimeProvider time) : IProjection
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly Actor Mover = new(new UserId("realtime:moves"), "Realtime", Roles.Moderator);

    public string Name => "moves";

    public async Task TakeInAsync(ArticleFacts facts, CancellationToken cancellation)
    {
        // In the order of numbers, so that what is answered arrives before its answers.
        var moved = facts.Comments.Where(comment => comment is { Status: CommentStatus.Moved, MovedTo: not null }).OrderBy(comment => comment.Number).ToList();
        if (moved.Count == 0) return;
        var replica = await replicas.OpenAsync(facts.Thread, cancellation);
        if (!await replica.ReachAsync(facts.Position, Patience, cancellation)) throw new TimeoutException("This host's copy of the thread lags behind.");
        foreach (var comment in moved) await MoveAsync(replica, comment, cancellation);
    }

    /// <summary>Nothing: what has been moved stays where it is.</summary>
    public Task ClearAsync(SiteId site, CancellationToken cancellation) => Task.CompletedTask;

    private async Task MoveAsync(IThreadReplica replica, CommentFact comment, CancellationToken cancellation)
    {
        var from = replica.Key;
        // Its entry cannot be read, or has been erased: there is nothing to bring.
        if (await replica.WordsAsync(comment.Number, comment.Revision, cancellation) is not { } words) return;
        var outcome = await threads.ExecuteAsync(new ThreadKey(from.Site, comment.MovedTo!.Value), new ReceiveComment
        {
            Actor = Mover,
            From = from,
            FromNumber = comment.Number,
            Author = comment.Author,
            CreatedAt = comment.At,
            Body = words.Body,
            Badges = comment.Badges,
            Quote = words.Quote,
            ReplyToFrom = comment.ReplyTo,
            Status = await StatusOfAsync(from.Site, comment, cancellation),
        });
        if (outcome.Refusal is { } refusal) throw new ProjectionRefusedException(refusal.Code);
    }

    /// <summary>What readers never saw waits there as well; of a shadow-banned author they go on seeing nothing.</summary>
    private async Task<CommentStatus> StatusOfAsync(SiteId site, CommentFact comment, CancellationToken cancellation)
    {
        if (comment.HasBeenPublic) return CommentStatus.Published;
        var copy = await sites.OpenAsync(site, cancellation);
        return copy.Site.StandingOf(comment.Author.Id, time.GetUtcNow()).IsShadowed ? CommentStatus.Withheld : CommentStatus.Pending;
    }
}
