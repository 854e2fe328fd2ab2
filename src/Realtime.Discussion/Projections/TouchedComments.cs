using Realtime.Discussion.Comments;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Projections;

/// <summary>Which comments are no longer what they were.</summary>
public static class TouchedComments
{
    /// <param name="events">What has happened.</param>
    /// <param name="thread">The thread with all of it.</param>
    public static IReadOnlyCollection<int> In(IEnumerable<ThreadEvent> events, ArticleThread thread) =>
        new HashSet<int>(events.SelectMany(@event => Of(@event, thread)));

    private static IEnumerable<int> Of(ThreadEvent @event, ArticleThread thread) => @event switch
    {
        CommentPosted posted => [posted.Number],
        CommentEdited edited => [edited.Number],
        CommentRemoved removed => [removed.Number],
        CommentReported reported => [reported.Number],
        _ => [],
    };
}
