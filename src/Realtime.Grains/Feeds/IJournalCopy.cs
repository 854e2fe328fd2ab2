using Realtime.Discussion.Threads;

namespace Realtime.Grains.Feeds;

/// <summary>What a host holds of one epoch of a journal. Not safe for concurrent use: <see cref="FedCopy{TCopy,TEvent}"/> guards it.</summary>
internal interface IJournalCopy<TEvent>
{
    ThreadPosition Position { get; }

    /// <summary>The journal's bytes at <see cref="Position"/>, if known: by them a copy recognizes its own history.</summary>
    ReadOnlyMemory<byte>? LastEntry { get; }

    /// <summary>Whether entries of this epoch can follow on what is here.</summary>
    bool GoesOnIn(long epoch);

    /// <summary>Takes in what is new of the entries behind <paramref name="after"/>, which must not lie behind a gap.</summary>
    void TakeIn(long epoch, long after, IReadOnlyList<(TEvent Event, ReadOnlyMemory<byte> Bytes)> entries);
}
