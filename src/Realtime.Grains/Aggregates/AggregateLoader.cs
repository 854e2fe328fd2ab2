using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Journal;

namespace Realtime.Grains.Aggregates;

/// <summary>An aggregate's state as the journal has it, and the last entry if it is not from the snapshot.</summary>
internal sealed record Loaded<TState>(TState State, long Sequence, long Epoch, long SnapshotSequence, ReadOnlyMemory<byte>? LastEntry = null);

/// <summary>Snapshot and tail, or the whole journal when the snapshot is missing, not understood, or of another epoch.</summary>
internal static class AggregateLoader
{
    public const int Slice = 4096;

    public static async Task<Loaded<TState>> LoadAsync<TState, TCommand, TEvent>(
        this IAggregate<TState, TCommand, TEvent> kind, IJournal journal, JournalKey key, CancellationToken cancellation)
        where TState : class
        where TEvent : JournalEvent
    {
        while (true)
        {
            var snapshot = await journal.ReadSnapshotAsync(key, cancellation);
            var state = snapshot is null ? null : kind.FromSnapshot(snapshot.Bytes);
            var from = state is null ? 0 : snapshot!.Sequence;
            var slice = await journal.ReadAsync(key, from, Slice, cancellation);
            if (state is not null && snapshot!.Epoch != slice.Epoch)
            {
                (state, from) = (null, 0);
                slice = await journal.ReadAsync(key, 0, Slice, cancellation);
            }

            if (await ReplayAsync(kind, journal, key, state ?? kind.Begin(), slice, cancellation) is var (replayed, last))
                return new Loaded<TState>(replayed, last.Through, slice.Epoch, from, LastOf(last));
        }
    }

    /// <summary>Null when there is none: the conditional's null would be an empty entry, which no journal has, and every copy of a snapshot would take it that entries are lost.</summary>
    private static ReadOnlyMemory<byte>? LastOf(JournalSlice slice) => slice.Entries.Count > 0 ? slice.Entries[^1] : default(ReadOnlyMemory<byte>?);

    /// <summary>The state and the last slice; null when the journal began a new epoch meanwhile.</summary>
    private static async Task<(TState State, JournalSlice Last)?> ReplayAsync<TState, TCommand, TEvent>(
        IAggregate<TState, TCommand, TEvent> kind, IJournal journal, JournalKey key, TState state, JournalSlice slice, CancellationToken cancellation)
        where TState : class
        where TEvent : JournalEvent
    {
        var epoch = slice.Epoch;
        while (slice.Epoch == epoch)
        {
            foreach (var entry in slice.Entries) state = kind.Apply(state, kind.Decode(entry.Span));
            if (slice.Entries.Count < Slice) return (state, slice);
            slice = await journal.ReadAsync(key, slice.Through, Slice, cancellation);
        }

        return null;
    }
}
