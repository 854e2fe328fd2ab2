using Realtime.Discussion.Appeals;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Projections;

/// <summary>Which comments are no longer what they were.</summary>
public static class TouchedComments
{
    public static IReadOnlyCollection<int> In(IEnumerable<ThreadEvent> events) =>
        new HashSet<int>(events.SelectMany(Of));

    private static IEnumerable<int> Of(ThreadEvent @event) => @event switch
    {
        CommentPosted posted => [posted.Number],
        CommentEdited edited => [edited.Number],
        CommentRemoved removed => [removed.Number],
        CommentReported reported => [reported.Number],
        CommentReceived received => [received.Number],
        CommentDecided decided => [decided.Number],
        RejectionAppealed appealed => [appealed.Number],
        CommentsMoved moved => moved.Numbers,
        PersonErased erased => [.. erased.Comments ?? [], .. erased.Named ?? [], .. erased.Reacted ?? []],
        _ => [],
    };
}
