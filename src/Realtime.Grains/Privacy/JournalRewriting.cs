using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Feeds;

namespace Realtime.Grains.Privacy;

/// <summary>
/// A journal's entries put back changed, each in its place, by the one who writes it. Whatever remembers the entries from before (snapshots, the hosts' feed)
/// forgets them. A redaction gives the event to put in an event's place, or null to leave it; applied to its own result it gives null, so that a rewriting that
/// was cut short is begun anew.
/// </summary>
internal sealed class JournalRewriting<TState, TCommand, TEvent>(
    IAggregate<TState, TCommand, TEvent> kind, IJournal journal, JournalAppender appender, AggregateWriter<TState, TCommand, TEvent> writer, WatchingHosts hosts)
    where TState : class
    where TCommand : class
    where TEvent : JournalEvent
{
    private const int Slice = 512;

    /// <summary>The events up to a sequence, with their own.</summary>
    public async IAsyncEnumerable<(long Sequence, TEvent Event)> ReadAsync(long through)
    {
        for (var after = 0L; after < through;)
        {
            var slice = await journal.ReadAsync(appender.Key, after, (int)Math.Min(Slice, through - after), CancellationToken.None);
            if (slice.Entries.Count == 0) throw new JournalLostException("The journal ends before its head.");
            foreach (var entry in slice.Entries) yield return (++after, kind.Decode(entry.Span));
        }
    }

    /// <summary>Rewrites what has been read; the state is the rewritten journal's already, because an event has told it.</summary>
    public async Task RewriteAsync(long through, Func<long, TEvent, TEvent?> redact)
    {
        await foreach (var (sequence, @event) in ReadAsync(through))
            if (redact(sequence, @event) is { } redacted)
                await appender.RewriteAsync(sequence, kind.Encode((TEvent)redacted.AsRedacted()));
        hosts.Forget();
    }

    public async Task KeepSnapshotAsync()
    {
        var snapshot = await writer.LookAsync((state, at) => new JournalSnapshot(at.Epoch, at.Sequence, kind.ToSnapshot(state)));
        await appender.KeepSnapshotAsync(snapshot);
    }

    /// <summary>
    /// Rewrites the whole journal of an aggregate that has no event for it: commands wait, and it goes on from what replaying the rewritten journal gives. Hosts
    /// start afresh in a new epoch. The snapshot is the first to change: once nothing is found in the journal any more, nothing is in there either.
    /// </summary>
    /// <param name="redactionBy">The redaction, by the state that the aggregate has once commands wait.</param>
    /// <exception cref="JournalLostException">It can no longer be served here.</exception>
    public async Task RewriteAloneAsync(Func<TState, Func<TEvent, TEvent?>> redactionBy)
    {
        await writer.AloneAsync(async () =>
        {
            var (through, redact) = (writer.Position.Sequence, redactionBy(writer.State));
            if (await ReplayAsync(through, redact) is not { } state) return;
            await KeepSnapshotAsync(state);
            await RewriteAsync(through, (_, @event) => redact(@event));
            await appender.BeginEpochAsync();
            await KeepSnapshotAsync(state);
            writer.GoOnFrom(state);
            writer.EpochBegun(writer.Position);
        });
        if (writer.HasFailed) throw new JournalLostException("It is being opened elsewhere.");
    }

    /// <summary>Deletes the whole journal; the aggregate goes on as one that has never been. Hosts look anew, and find nothing.</summary>
    /// <exception cref="JournalLostException">It can no longer be served here.</exception>
    public async Task DeleteAloneAsync()
    {
        await writer.AloneAsync(async () =>
        {
            await appender.DeleteAsync();
            writer.GoOnFrom(kind.Begin());
            writer.EpochBegun(writer.Position);
            hosts.Dismiss();
        });
        if (writer.HasFailed) throw new JournalLostException("It is being opened elsewhere.");
    }

    /// <summary>The state with all events redacted; null when there is nothing to redact.</summary>
    private async Task<TState?> ReplayAsync(long through, Func<TEvent, TEvent?> redact)
    {
        var (state, changes) = (kind.Begin(), false);
        await foreach (var (_, @event) in ReadAsync(through))
        {
            var redacted = redact(@event);
            changes |= redacted is not null;
            state = kind.Apply(state, redacted ?? @event);
        }

        return changes ? state : null;
    }

    private Task KeepSnapshotAsync(TState state)
    {
        ThreadPosition at = writer.Position;
        return appender.KeepSnapshotAsync(new JournalSnapshot(at.Epoch, at.Sequence, kind.ToSnapshot(state)));
    }
}
