using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Grains.DryRuns;
using Realtime.Server.Commenting;
using Realtime.Server.Refusals;

namespace Realtime.Server.Sites.DryRuns;

/// <summary>
/// Makes a dry run true: the lists are the site's from now on, and what the run has shown is decided in its threads, by the moderator who applies it, so that it leaves or
/// enters every reader's open page. May be repeated: what is decided is not decided again.
/// </summary>
internal sealed class DryRunApplying(IDryRuns runs, SiteActions sites, ThreadWriting writing, IJournal journal, ILogger<DryRunApplying> logger)
{
    /// <summary>Why comments are rejected.</summary>
    private const string Reason = "banned_word";

    private const int AtOnce = 16, MostAttempts = 4;

    /// <exception cref="JournalUnavailableException">Nobody answers about the run, or the store cannot be read. Repeat it.</exception>
    public async Task<Answer<AppliedDryRun>> ApplyAsync(Actor actor, SiteId site, string id, CancellationToken cancellation)
    {
        // A publisher keeps the lists, but decides about no comment.
        if (!actor.May(Permission.ChangeWords) || !actor.MayModerate) return RefusalCode.NotAllowed;
        // All of it before anything is done: the silo that has it may go meanwhile.
        if (await runs.ProposalAsync(site, id) is not { Outcome: var run } proposal) return RefusalCode.DryRunUnknown;
        if (!run.Done) return RefusalCode.DryRunUnderWay;
        if (run.Failed) return RefusalCode.StoreUnavailable;
        // First, so that what is written meanwhile is screened by them.
        var changed = await sites.ExecuteAsync(site, new ChangeWords { Actor = actor, Words = run.Lists }, cancellation);
        if (changed.Refusal is { } refusal) return refusal;
        var applied = await DecideAsync(actor, proposal, cancellation);
        logger.DryRunApplied(site.Value, applied.Held + applied.Rejected + applied.Released, applied.Skipped, applied.Left);
        return applied;
    }

    private async Task<AppliedDryRun> DecideAsync(Actor actor, DryRunProposal proposal, CancellationToken cancellation)
    {
        var tally = new Tally(proposal.Outcome.Surplus);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        // Once for all parts of a thread: what is decided here in one part is none of the next.
        foreach (var parts in proposal.Threads.GroupBy(part => (part.Thread, part.Through)))
        {
            var decided = await DecidedSinceAsync(parts.Key.Thread, parts.Key.Through, cancellation);
            await Parallel.ForEachAsync(parts.SelectMany(part => part.Proposed), parallel, async (proposed, _) =>
            {
                var command = CommandOf(actor, proposal.Outcome.Rule, proposed);
                var change = decided?.Contains(proposed.Number) == false ? await TryDecideAsync(command, parts.Key.Thread, cancellation) : Change.Skipped;
                tally.Count(change, proposed.Decision);
            });
        }

        return tally.Result;
    }

    private static DecideComment CommandOf(Actor actor, int? rule, ProposedVerdict proposed)
    {
        var isRejection = proposed.Decision == Decisions.Reject;
        return new DecideComment
        {
            Actor = actor,
            Number = proposed.Number,
            Revision = proposed.Revision,
            Decision = proposed.Decision,
            After = proposed.After,
            Reason = isRejection ? Reason : null,
            Rule = isRejection ? rule : null,
        };
    }

    /// <summary>
    /// What moderators have decided since the run, this one too: whoever saw the run and spared a comment meant it. Null when the journal is another one by now.
    /// </summary>
    private async Task<HashSet<int>?> DecidedSinceAsync(ThreadKey thread, ThreadPosition through, CancellationToken cancellation)
    {
        var decided = new HashSet<int>();
        var epoch = await ThreadJournals.ReadAsync(journal, thread, through.Sequence, @event =>
        {
            if (@event is CommentDecided decision && Decisions.Verdicts.Contains(decision.Decision)) decided.Add(decision.Number);
        }, cancellation);
        return epoch == through.Epoch ? decided : null;
    }

    private async Task<Change> TryDecideAsync(DecideComment decide, ThreadKey thread, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var outcome = await writing.ExecuteAsync(thread, decide, cancellation);
            if (outcome.Refusal is null) return outcome.Repeated ? Change.Skipped : Change.Made;
            if (outcome.Refusal.Code is not (RefusalCode.ThreadBusy or RefusalCode.StoreUnavailable)) return Change.Skipped;
        }

        return Change.Left;
    }

    private enum Change
    {
        Made,

        /// <summary>Edited, removed or decided about meanwhile.</summary>
        Skipped,

        /// <summary>Nobody could be asked.</summary>
        Left,
    }

    private sealed class Tally(int left)
    {
        private readonly Lock _lock = new();

        public AppliedDryRun Result { get; private set; } = new() { Held = 0, Rejected = 0, Released = 0, Skipped = 0, Left = left };

        public void Count(Change change, string decision)
        {
            lock (_lock) Result = (change, decision) switch
            {
                (Change.Skipped, _) => Result with { Skipped = Result.Skipped + 1 },
                (Change.Left, _) => Result with { Left = Result.Left + 1 },
                (_, Decisions.Hold) => Result with { Held = Result.Held + 1 },
                (_, Decisions.Reject) => Result with { Rejected = Result.Rejected + 1 },
                _ => Result with { Released = Result.Released + 1 },
            };
        }
    }
}
