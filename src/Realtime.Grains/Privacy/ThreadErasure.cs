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
        if (outcome.Refusal is not null) return outcome;
        await (_rewriting = RewriteBehindAsync(_rewriting));
        await toldAsync().WaitAsync(Patience);
        return outcome;
    }

    /// <summary>Two at a time that rewrite the same entry would each put back what the other has taken out.</summary>
    private async Task RewriteBehindAsync(Task another)
    {
        await another.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await RewriteAsync(thread.Position.Sequence);
    }

    private async Task RewriteAsync(long through)
    {
        var (authors, erasures) = (new Dictionary<int, UserId>(), new Dictionary<long, PersonErased>());
        await foreach (var (sequence, @event) in thread.Rewriting.ReadAsync(through))
        {
            if (Redaction.AuthorIn(@event) is var (number, author)) authors.TryAdd(number, author);
            if (@event is PersonErased erased && erased.User != erased.As) erasures[sequence] = erased;
        }

        if (erasures.Count == 0) return;
        ThreadEvent? Redact(ThreadEvent @event)
        {
            var redacted = erasures.Values.Aggregate(@event, (now, erasure) => Redaction.Of(now, erasure, number => AuthorOf(authors, number)) ?? now);
            return ReferenceEquals(redacted, @event) ? null : redacted;
        }

        await thread.Rewriting.RewriteAsync(through, (sequence, @event) => erasures.ContainsKey(sequence) ? null : Redact(@event));
        await thread.Rewriting.KeepSnapshotAsync();
        await thread.Rewriting.RewriteAsync(through, (_, @event) => Redact(@event));
    }

    private static UserId? AuthorOf(Dictionary<int, UserId> authors, int number) => authors.TryGetValue(number, out var author) ? author : null;
}
