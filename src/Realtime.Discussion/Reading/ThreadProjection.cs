using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Pace;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reports;
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
    /// <param name="wordsOf">The words of a published comment's present revision.</param>
    public static List<ThreadChange> Changes(ArticleThread thread, IReadOnlyList<ThreadEvent> events, Func<Comment, CommentWords?> wordsOf)
    {
        var telling = new Telling(thread, wordsOf);
        var changes = new List<ThreadChange>(events.Count);
        var lastReaction = new Dictionary<int, int>();
        for (var i = 0; i < events.Count; i++)
            if (events[i] is ReactionChanged reaction)
                lastReaction[reaction.Number] = i;
        if (events.Any(@event => @event is Unreadable)) changes.AddRange(thread.UnreadableNumbers.SelectMany(telling.Shown));
        for (var i = 0; i < events.Count; i++)
        {
            var superseded = events[i] is ReactionChanged reaction && lastReaction[reaction.Number] != i;
            if (!superseded) changes.AddRange(Changes(telling, events[i]));
        }

        return changes;
    }

    private static IEnumerable<ThreadChange> Changes(Telling telling, ThreadEvent @event) => @event switch
    {
        CommentPosted posted => [.. telling.GapBefore(posted.Number), .. Posted(telling, posted), .. Guarded(telling, posted)],
        CommentReceived received => [.. telling.GapBefore(received.Number), .. received.Status is null ? telling.Shown(received.Number) : []],
        CommentEdited { Status: null } edited => telling.Edited(edited.Number, edited.Revision),
        CommentEdited edited => telling.Turned(edited.Number),
        CommentRemoved removed => telling.Turned(removed.Number),
        CommentReported { Held: true } reported => telling.Turned(reported.Number),
        CommentDecided decided when Decisions.Marks.Contains(decided.Decision) => telling.Marked(decided.Number),
        CommentDecided { Status: not null } decided => telling.Turned(decided.Number),
        CommentsMoved moved => moved.Numbers.SelectMany(telling.Turned),
        PersonErased erased => Erased(telling, erased),
        ReactionChanged reaction => telling.Reacted(reaction.Number),
        ThreadClosed => [new ThreadChange { Type = "closed" }],
        ThreadReopened => [new ThreadChange { Type = "reopened" }],
        CloseScheduled => [new ThreadChange { Type = "closing", ClosesAt = telling.Thread.ClosesAt?.UtcDateTime }],
        ArticleDescribed described => [new ThreadChange { Type = "described", Article = CommentViews.Of(described.Article) }],
        ThreadModeSet => [telling.Mode("moded")],
        GuardEnded => [telling.Mode("unguarded")],
        _ => [],
    };

    /// <summary>One that readers did not see at first is told when it is approved, and only then.</summary>
    private static IEnumerable<ThreadChange> Posted(Telling telling, CommentPosted posted) =>
        posted.Status is null ? telling.Shown(posted.Number) : [];

    private static IEnumerable<ThreadChange> Guarded(Telling telling, CommentPosted posted) => posted.Guard is not { } guard ? [] :
    [
        telling.Mode("guarded") with
        {
            Mode = guard.Mode == Sites.FloodResponse.Review ? "review" : "slowMode",
            Until = guard.Until.UtcDateTime,
        },
    ];

    private static IEnumerable<ThreadChange> Erased(Telling telling, PersonErased erased) =>
    [
        .. (erased.Comments ?? []).SelectMany(telling.Turned),
        .. (erased.Reacted ?? []).SelectMany(telling.Reacted),
        .. (erased.Named ?? []).SelectMany(number => telling.Edited(number, null)),
    ];
}
