using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Feeds;

/// <summary>A host's copy of an aggregate, as those see it who keep it current.</summary>
internal interface IFedCopy
{
    JournalKey Key { get; }

    /// <summary>The place after the last event taken in.</summary>
    ThreadPosition Position { get; }

    /// <summary>The last opening of the journal whose history is known to be this copy's.</summary>
    long Opening { get; }

    /// <summary>What to tell the writer: the position, or more than any journal has when this copy's history is no longer the journal's.</summary>
    ThreadPosition Claim { get; }

    /// <summary>Called when what was pushed could not be followed, nor the journal be read for it.</summary>
    Action Stranded { set; }

    /// <summary>
    /// Takes a pushed batch in, answers what has been reached. Of what cannot be followed the journal is read, in the background; so it is at the first
    /// batch of a new opening. A batch of an earlier one comes late, from a writer that has been replaced: it may tell of entries that are lost.
    /// </summary>
    ThreadPosition Take(ThreadBatch batch);

    /// <summary>Takes in what is new of these entries, if they follow on what is here without a gap, in the same epoch.</summary>
    void TakeIn(long epoch, long after, IReadOnlyList<ReadOnlyMemory<byte>> entries);

    /// <summary>
    /// Entries that are new here have been rewritten: what came before them here is of the journal as it was, and they would not lead from there to what it says now.
    /// The copy takes in nothing more until it has started afresh.
    /// </summary>
    bool IsOutdated { get; }

    /// <summary>What this is a copy of has been deleted: the copy is to start afresh, of nothing.</summary>
    /// <param name="epoch">The journal's as it was read, 0 when there was none.</param>
    bool IsDeletedAt(long epoch);

    /// <summary>Whether the journal's entry at the position is the one that is here; false is final for this copy.</summary>
    bool Recognizes(ThreadPosition position, ReadOnlyMemory<byte> entry);

    /// <summary>The copy is of this opening's history.</summary>
    void Confirm(long opening);

    /// <summary>Puts the journal's new epoch in the old one's place, if it is one. Everybody who has a position of the old one will be told to reset.</summary>
    Task StartAfreshAsync();

    /// <summary>Reads what the journal has behind this copy. False when the journal cannot be read, or is not the one that this copy is of.</summary>
    /// <param name="opening">Known to have taken place; the copy is of this opening's history if the journal turns out to agree with it.</param>
    Task<bool> RepairAsync(long opening = 0);

    /// <summary>Returns true as soon as the copy has reached the position (or a newer epoch), false after <paramref name="patience"/>.</summary>
    ValueTask<bool> ReachAsync(ThreadPosition position, TimeSpan patience, CancellationToken cancellation);

    /// <summary>Notes that somebody reads. False when the copy has been closed: open another.</summary>
    bool TryUse();

    /// <summary>Closes the copy if nobody has read or followed it for that long.</summary>
    bool TryClose(TimeSpan idleAfter);
}
