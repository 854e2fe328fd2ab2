using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Reading;

/// <summary>
/// Turns events into what readers are told of them. It looks at the thread as it is now, not as it was: the replay of a comment that has been removed
/// or edited since tells what is left of it, so that words taken back are never served again.
/// </summary>
public static class ThreadProjection
{
    /// <param name="thread">The thread now, at or behind the last of the events.</param>
    /// <param name="events">Consecutive events.</param>
    /// <param name="wordsOf">The words of a comment's present revision.</param>
    public static List<ThreadChange> Changes(ArticleThread thread, IReadOnlyList<ThreadEvent> events, Func<Comment, CommentWords?> wordsOf)
    {
        var changes = new List<ThreadChange>(events.Count);
        var lastReaction = new Dictionary<int, int>();
        for (var i = 0; i < events.Count; i++)
            if (events[i] is ReactionChanged reaction)
                lastReaction[reaction.Number] = i;
        if (events.Any(@event => @event is Unreadable)) changes.AddRange(thread.UnreadableNumbers.Select(number => Tombstone(thread, number)));
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i] is CommentPosted posted) changes.AddRange(GapBefore(thread, posted.Number));
            var superseded = events[i] is ReactionChanged reaction && lastReaction[reaction.Number] != i;
            if (!superseded && Change(thread, events[i], wordsOf) is { } change) changes.Add(change);
        }

        return changes;
    }

    /// <summary>The tombstones that were put before a comment because the entries of their numbers are of a later program.</summary>
    private static IEnumerable<ThreadChange> GapBefore(ArticleThread thread, int number)
    {
        var first = number;
        while (thread.Find(first - 1) is { Status: CommentStatus.Unreadable } before && before.PostedAt == thread.Find(number)?.PostedAt) first--;
        return Enumerable.Range(first, number - first).Select(missing => Tombstone(thread, missing));
    }

    /// <summary>Told once more than needed rather than not at all: which number an unreadable entry took is not in the entry.</summary>
    private static ThreadChange Tombstone(ArticleThread thread, int number) =>
        new() { Type = "posted", Comment = CommentViews.Tombstone(thread.Find(number)!) };

    /// <summary>The comments whose words <see cref="Changes"/> will ask for.</summary>
    public static IEnumerable<Comment> Shown(ArticleThread thread, IEnumerable<ThreadEvent> events)
    {
        foreach (var @event in events)
        {
            var number = @event switch { CommentPosted posted => posted.Number, CommentEdited edited => edited.Number, _ => 0 };
            if (thread.Find(number) is { IsPublished: true } comment) yield return comment;
        }
    }

    private static ThreadChange? Change(ArticleThread thread, ThreadEvent @event, Func<Comment, CommentWords?> wordsOf) => @event switch
    {
        CommentPosted posted when thread.Find(posted.Number) is { } comment => new ThreadChange
        {
            Type = "posted",
            Comment = CommentViews.Of(thread, comment, wordsOf(comment)),
            Parent = ReplyCount(thread, posted.ReplyTo),
        },
        CommentEdited edited when thread.Find(edited.Number) is { } comment && comment.Revision == edited.Revision =>
            new ThreadChange { Type = "edited", Comment = CommentViews.Of(thread, comment, wordsOf(comment)) },
        CommentRemoved removed when thread.Find(removed.Number) is { } comment => new ThreadChange
        {
            Type = "removed",
            Comment = CommentViews.Tombstone(comment),
            Parent = ReplyCount(thread, comment.ReplyTo),
            QuotedBy = thread.QuotedBy(removed.Number) is { Count: > 0 } quoting ? [.. quoting] : null,
        },
        ReactionChanged reaction when thread.Find(reaction.Number) is { IsPublished: true } comment =>
            new ThreadChange { Type = "reacted", Number = comment.Number, Reactions = comment.Reactions.Counts() },
        ThreadClosed => new ThreadChange { Type = "closed" },
        ThreadReopened => new ThreadChange { Type = "reopened" },
        CloseScheduled => new ThreadChange { Type = "closing", ClosesAt = thread.ClosesAt?.UtcDateTime },
        ArticleDescribed described => new ThreadChange { Type = "described", Article = CommentViews.Of(described.Article) },
        _ => null,
    };

    private static ReplyCountView? ReplyCount(ArticleThread thread, int? parent) =>
        parent is { } number && thread.Find(number) is { } comment
            ? new ReplyCountView { Number = number, ReplyCount = comment.ReplyCount }
            : null;
}
