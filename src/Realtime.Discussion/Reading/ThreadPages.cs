using Realtime.Discussion.Comments;
using Realtime.Discussion.Pace;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Reading;

/// <summary>Makes what everybody is shown of a thread. The one place that does, so that what is shown of the past is what was shown then.</summary>
public static class ThreadPages
{
    /// <param name="thread">The thread at the position.</param>
    /// <param name="position">Where it is.</param>
    /// <param name="page">The comments to show, and the cursor behind them.</param>
    /// <param name="viewOf">How everybody sees a comment; null when they do not know of it.</param>
    public static ThreadPage Of(
        ArticleThread thread, ThreadPosition position, (IReadOnlyList<int> Numbers, PageCursor? Next) page, Func<Comment, CommentView?> viewOf)
    {
        var mode = ThreadMode.Effective(thread);
        return new ThreadPage
        {
            Position = position.ToString(),
            Article = CommentViews.Of(thread.Article),
            Closed = thread.IsClosed,
            ClosesAt = thread.ClosesAt?.UtcDateTime,
            Review = mode.Review,
            SlowMode = mode.SlowModeSeconds,
            GuardedUntil = thread.Guard?.Until.UtcDateTime,
            Pinned = [.. thread.Pinned],
            CommentCount = thread.PublishedCount,
            Comments = [.. page.Numbers.Select(number => viewOf(thread.Find(number)!)).OfType<CommentView>()],
            Next = page.Next?.ToString(),
        };
    }
}
