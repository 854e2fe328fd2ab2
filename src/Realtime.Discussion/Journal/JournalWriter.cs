namespace Realtime.Discussion.Journal;

/// <summary>The right to append to one journal, until somebody opens it again.</summary>
/// <param name="Key">The journal.</param>
/// <param name="WriterEpoch">Raised by every open; an append with a lower one is refused. This is the fence against a frozen silo that wakes up
/// and against duplicate activations, both of which happen in Orleans.</param>
/// <param name="Epoch">The journal's epoch as readers see it in positions: changes only when entries were lost.</param>
public sealed record JournalWriter(JournalKey Key, long WriterEpoch, long Epoch);

/// <summary>A journal just opened, and where it ends.</summary>
/// <param name="Writer">The right to append.</param>
/// <param name="Head">The sequence of the last entry.</param>
/// <param name="BeganEpoch">Whether the opening gave the journal a new epoch, because it may have lost entries before.</param>
public sealed record OpenedJournal(JournalWriter Writer, long Head, bool BeganEpoch = false)
{
    public void Deconstruct(out JournalWriter writer, out long head) => (writer, head) = (Writer, Head);
}

public enum AppendResult
{
    /// <summary>All entries are in the journal.</summary>
    Appended,

    /// <summary>Somebody else has opened the journal since; nothing was written.</summary>
    Fenced,

    /// <summary>The journal does not end at the given head; nothing was written. The writer must read before it goes on.</summary>
    HeadMoved,
}

/// <summary>Consecutive entries behind <paramref name="After"/>, as one read found them.</summary>
/// <param name="Epoch">The journal's epoch, 0 when the journal does not exist.</param>
/// <param name="After">The sequence before the first entry.</param>
/// <param name="Entries">The entries; the first has the sequence <c>After + 1</c>.</param>
public sealed record JournalSlice(long Epoch, long After, IReadOnlyList<ReadOnlyMemory<byte>> Entries)
{
    /// <summary>The sequence of the last entry read.</summary>
    public long Through => After + Entries.Count;
}

/// <summary>An aggregate's state after <paramref name="Sequence"/>, in bytes that only the aggregate understands.</summary>
public sealed record JournalSnapshot(long Epoch, long Sequence, ReadOnlyMemory<byte> Bytes);
