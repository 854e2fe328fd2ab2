using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Threads;
using Realtime.Grains.Projections;
using Realtime.Grains.Replicas;
using Realtime.Server.Commenting;
using Realtime.Server.Refusals;

namespace Realtime.Server.Moderation;

/// <summary>
/// Rejects everything of one person at once, wherever on the site it stands. It may be repeated at any time: what is gone is not touched again. To keep more from
/// coming, ban first.
/// </summary>
internal sealed class Undoing(
    IPeople people, IUntoldThreads untold, IThreadReplicas replicas, ThreadWriting writing, CommentDecisions decisions, ILogger<Undoing> logger)
{
    /// <summary>The newest so many; who has written more is undone in several calls, since what is gone stays gone.</summary>
    private const int MostComments = 20_000;

    private const int AtOnce = 16;

    /// <summary>Somebody may edit between the look and the decision.</summary>
    private const int MostAttempts = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<Answer<UndoneComments>> UndoAsync(Actor actor, SiteId site, UserId person, UndoRequest request, CancellationToken cancellation)
    {
        if (!actor.MayModerate) return RefusalCode.NotAllowed;
        if (request.Reason is null || !RejectReasons.All.Contains(request.Reason)) return RefusalCode.DecisionReasonUnknown;
        if (ModeratorNotes.TryRead(request.Note, out var note) is { } unreadable) return unreadable;
        if (await decisions.RefuseRuleAsync(site, request.Rule, cancellation) is { } unknown) return unknown;
        // A comment of a moment ago may not be in the history yet, and is the one that somebody is about to read.
        await untold.TellAsync(site, Patience, cancellation);
        var history = await people.HistoryAsync(site, person, MostComments, cancellation);
        var reject = new DecideComment { Actor = actor, Number = 0, Revision = 1, Decision = Decisions.Reject, Reason = request.Reason, Rule = request.Rule, Note = note };
        var undone = request.Restore is true ? await RestoreAsync(reject, history, cancellation) : await RejectAsync(reject, history, cancellation);
        logger.Undone(site.Value, request.Restore is true ? Decisions.Restore : Decisions.Reject, undone.Changed, undone.Left);
        return undone;
    }

    private Task<UndoneComments> RejectAsync(DecideComment reject, IReadOnlyList<PersonComment> history, CancellationToken cancellation) =>
        EachAsync(history.Where(comment => comment.Status != CommentStatus.Rejected), comment => DecideAsync(comment, reject, cancellation), cancellation);

    private Task<UndoneComments> RestoreAsync(DecideComment reject, IReadOnlyList<PersonComment> history, CancellationToken cancellation) =>
        EachAsync(history.Where(comment => comment.Status == CommentStatus.Rejected), async comment =>
        {
            var found = await (await replicas.OpenAsync(comment.Thread, cancellation)).CommentAsync(comment.Number, Discussion.Reading.Viewer.Of(reject.Actor), cancellation);
            if (found?.Comment is not { } view || view.Reason != reject.Reason || view.Rule != reject.Rule) return false;
            return await DecideAsync(comment, reject with { Decision = Decisions.Restore, Reason = null, Rule = null, Note = null }, cancellation);
        }, cancellation);

    /// <summary>Whatever it says by now and whoever decided about it before: everything of the person is meant. Null when nobody could be asked.</summary>
    private async Task<bool?> DecideAsync(PersonComment comment, DecideComment decide, CancellationToken cancellation)
    {
        decide = decide with { Number = comment.Number, After = int.MaxValue };
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var outcome = await writing.ExecuteAsync(comment.Thread, decide, cancellation);
            switch (outcome.Refusal)
            {
                case null: return !outcome.Repeated;
                case { Code: RefusalCode.StaleRevision, NewerRevision: { } newer }: decide = decide with { Revision = newer }; break;
                case { Code: RefusalCode.ThreadBusy or RefusalCode.StoreUnavailable }: break;
                default: return false;
            }
        }

        return null;
    }

    private static async Task<UndoneComments> EachAsync(IEnumerable<PersonComment> comments, Func<PersonComment, Task<bool?>> change, CancellationToken cancellation)
    {
        var (changed, left) = (0, 0);
        await Parallel.ForEachAsync(comments, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (comment, _) =>
        {
            bool? done;
            try
            {
                done = await change(comment);
            }
            catch (JournalUnavailableException)
            {
                done = null;
            }

            if (done is null) Interlocked.Increment(ref left);
            else if (done is true) Interlocked.Increment(ref changed);
        });
        return new UndoneComments { Changed = changed, Left = left };
    }
}
