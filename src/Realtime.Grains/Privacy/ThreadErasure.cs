using Realtime.Discussion.Identity;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;

namespace Realtime.Grains.Privacy;

/// <summary>
/// Has one thread forget a person. First the event, which all copies of the thread follow; then the journal's other entries are rewritten, then the snapshot, and
/// the event itself last: as long as it names the person there is something left to do, and whoever asks again after a crash has it done.
/// </summary>
/// <param name="thread">The thread.</param>
/// <param name="toldAsync">Returns when the projections know what has happened.</param>
internal sealed class ThreadErasure(ServedAggregate<ArticleThread, ThreadCommand, ThreadEvent> thread, Func<Task> toldAsync)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private Task _rewriting = Task.CompletedTask;

    public async Task<CommandOutcome> EraseAsync(ErasePerson command)
    {
        var outcome = await thread.ExecuteAsync(command);
        if (outcome is { Refusal: null, Repeated: true } && (await SurveyAsync(command.User, thread.Position.Sequence)).Finds)
            outcome = await thread.ExecuteAsync(command with { IsInJournal = true });
        if (outcome.Refusal is not null) return outcome;
        await (_rewriting = RewriteBehindAsync(_rewriting, command.User));
        await toldAsync().WaitAsync(Patience);
        return outcome;
    }

    /// <summary>Two at a time that rewrite the same entry would each put back what the other has taken out.</summary>
    private async Task RewriteBehindAsync(Task another, UserId person)
    {
        await another.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await RewriteAsync(person, thread.Position.Sequence);
    }

    private async Task RewriteAsync(UserId person, long through)
    {
        var survey = await SurveyAsync(person, through);
        if (!survey.IsUnfinished) return;
        await thread.Rewriting.RewriteAsync(through, (sequence, @event) => survey.IsErasure(sequence) ? null : survey.Redact(sequence, @event));
        await thread.Rewriting.KeepSnapshotAsync();
        await thread.Rewriting.RewriteAsync(through, survey.Redact);
    }

    private async Task<JournalSurvey> SurveyAsync(UserId person, long through)
    {
        var survey = new JournalSurvey(person);
        await foreach (var (sequence, @event) in thread.Rewriting.ReadAsync(through)) survey.Take(sequence, @event);
        return survey;
    }
}
