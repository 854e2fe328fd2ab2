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
    /// <summary>In the order of the events; one may be there several times.</summary>
    public static IReadOnlyList<int> In(IReadOnlyCollection<ThreadEvent> events)
    {
        var numbers = new List<int>(events.Count);
        foreach (var @event in events)
        {
            // Nearly all there are, and the writer waits for this.
            if (@event is CommentPosted posted) numbers.Add(posted.Number);
            else numbers.AddRange(Of(@event));
        }

        return numbers;
    }

    private static IEnumerable<int> Of(ThreadEvent @event) => @event switch
    {
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
