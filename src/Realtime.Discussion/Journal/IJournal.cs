namespace Realtime.Discussion.Journal;

/// <summary>
/// An append-only list of entries (versioned event bytes) per aggregate, with exactly one live writer. Sequences start at 1 and are dense;
/// <c>head</c> is the sequence of the last entry, 0 for an empty journal. What <see cref="AppendAsync"/> acknowledged is as durable as the
/// store's settings say. Every method throws <see cref="JournalUnavailableException"/> when the store cannot be asked.
/// </summary>
public interface IJournal
{
    /// <summary>
    /// Becomes the only writer: raises the writer epoch (creating the journal when there is none), so that every earlier writer is fenced
    /// from now on, then finds the head. An append of an earlier writer is either counted in the head or refused.
    /// </summary>
    /// <remarks>
    /// Where a restart of the store may have cost the journal entries that readers have seen, and nobody is left who could tell, a new epoch begins
    /// (<see cref="OpenedJournal.BeganEpoch"/>).
    /// </remarks>
    Task<OpenedJournal> OpenAsync(JournalKey key, CancellationToken cancellation);

    /// <summary>
    /// The same for a writer that wants to know what became of an append. It knows where the journal ended, so that no new epoch begins as long as nobody
    /// else has opened it since: finding it shorter than that is the writer's own part.
    /// </summary>
    Task<OpenedJournal> ReopenAsync(JournalWriter writer, CancellationToken cancellation);

    /// <summary>
    /// Appends all entries behind <paramref name="head"/>, or none: never a part of them, also when the store dies meanwhile. The entries
    /// must fit into the segment that <paramref name="head"/> lies in (<see cref="JournalSegments.RoomBehind"/>).
    /// An exception with <see cref="JournalUnavailableException.OutcomeUnknown"/> means that they may or may not be there: re-open, read, compare.
    /// </summary>
    Task<AppendResult> AppendAsync(
        JournalWriter writer, long head, IReadOnlyList<ReadOnlyMemory<byte>> entries, CancellationToken cancellation);

    /// <summary>Up to <paramref name="max"/> entries behind sequence <paramref name="after"/>; fewer only at the end of the journal.</summary>
    Task<JournalSlice> ReadAsync(JournalKey key, long after, int max, CancellationToken cancellation);

    /// <summary>The entries at these sequences, in the same order; null where the journal has none.</summary>
    Task<IReadOnlyList<ReadOnlyMemory<byte>?>> ReadAtAsync(
        JournalKey key, IReadOnlyList<long> sequences, CancellationToken cancellation);

    /// <summary>
    /// Puts another entry in the place of one: afterwards the journal has nothing of the one before. For erasures alone, since readers take it that what they
    /// have seen stays. False, and nothing is written, when the writer is fenced or there is no such entry.
    /// </summary>
    Task<bool> RewriteAsync(JournalWriter writer, long sequence, ReadOnlyMemory<byte> entry, CancellationToken cancellation);

    /// <summary>
    /// Deletes the whole journal, its snapshot and what says who writes it: afterwards it reads as one that never was, and whoever opens it begins another, in a
    /// higher epoch. For erasures alone. False, and nothing is deleted, when the writer is fenced. When the store dies meanwhile, the last entries are gone first: what
    /// is left can be opened, and deleted again.
    /// </summary>
    Task<bool> DeleteAsync(JournalWriter writer, CancellationToken cancellation);

    /// <summary>
    /// Gives the journal a new, higher epoch, so that every position handed out before is answered with a reset. For the case that entries
    /// which readers have seen are gone from the store. False when the writer is fenced.
    /// </summary>
    Task<JournalWriter?> RenewEpochAsync(JournalWriter writer, CancellationToken cancellation);

    /// <summary>Keeps the snapshot in place of the one before. False when the writer is fenced.</summary>
    Task<bool> SaveSnapshotAsync(JournalWriter writer, JournalSnapshot snapshot, CancellationToken cancellation);

    /// <summary>The last snapshot kept, or null.</summary>
    Task<JournalSnapshot?> ReadSnapshotAsync(JournalKey key, CancellationToken cancellation);
}
