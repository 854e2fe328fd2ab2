using Realtime.Discussion.Comments;
using Realtime.Discussion.Pace;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Reading;

/// <summary>What readers are told of single comments, as they are now. Of one that readers never saw nothing is told.</summary>
internal sealed class Telling(ArticleThread thread, Func<Comment, CommentWords?> wordsOf)
{
    public ArticleThread Thread => thread;

    /// <summary>The comment, or what is left of it, in its place.</summary>
    public IEnumerable<ThreadChange> Shown(int number) =>
        View(number) is { } view ? [new ThreadChange { Type = "posted", Comment = view, Parent = ReplyCount(view.ReplyTo) }] : [];

    /// <summary>
    /// The tombstones that were put before a comment because the entries of their numbers are of a later program. Told once more than needed rather than not at
    /// all: which number an unreadable entry took is not in the entry.
    /// </summary>
    public IEnumerable<ThreadChange> GapBefore(int number)
    {
        var first = number;
        while (thread.Find(first - 1) is { Status: CommentStatus.Unreadable } before && before.PostedAt == thread.Find(number)?.PostedAt) first--;
        return Enumerable.Range(first, number - first).SelectMany(Shown);
    }

    /// <summary>Its words; nothing when there are newer ones, which will be told.</summary>
    public IEnumerable<ThreadChange> Edited(int number, int? revision) =>
        (revision is null || thread.Find(number)?.Revision == revision) && View(number) is { } view ? [new ThreadChange { Type = "edited", Comment = view }] : [];

    /// <summary>It has come or gone. When it is there again, so are the passages that others quote of it.</summary>
    public IEnumerable<ThreadChange> Turned(int number)
    {
        if (thread.Find(number) is { IsPublished: true }) return [.. Shown(number), .. Quoting(number).SelectMany(quoting => Edited(quoting, null))];
        return View(number) is not { } left ? [] :
        [
            new ThreadChange
            {
                Type = "removed",
                Comment = left,
                Parent = ReplyCount(left.ReplyTo),
                QuotedBy = Quoting(number).ToList() is { Count: > 0 } quoting ? quoting : null,
            },
        ];
    }

    public IEnumerable<ThreadChange> Marked(int number) =>
        View(number) is { } view ? [new ThreadChange { Type = "marked", Comment = view, Pinned = [.. thread.Pinned] }] : [];

    public IEnumerable<ThreadChange> Reacted(int number) =>
        thread.Find(number) is { IsPublished: true } comment
            ? [new ThreadChange { Type = "reacted", Number = number, Reactions = comment.Reactions.Counts() }]
            : [];

    public ThreadChange Mode(string type)
    {
        var mode = ThreadMode.Effective(thread);
        return new ThreadChange { Type = type, Review = mode.Review, SlowMode = mode.SlowModeSeconds };
    }

    private CommentView? View(int number) => thread.Find(number) is { } comment
        ? CommentViews.For(thread, comment, comment.IsPublished ? wordsOf(comment) : null, Viewer.Anybody)
        : null;

    private IEnumerable<int> Quoting(int number) => thread.QuotedBy(number).Where(quoting => thread.Find(quoting)!.IsPublished);

    private ReplyCountView? ReplyCount(int? parent) =>
        parent is { } number && thread.Find(number) is { HasBeenPublic: true } comment
            ? new ReplyCountView { Number = number, ReplyCount = comment.ReplyCount }
            : null;
}
