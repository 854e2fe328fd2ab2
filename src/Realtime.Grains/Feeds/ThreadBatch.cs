using Realtime.Discussion.Threads;

namespace Realtime.Grains.Feeds;

/// <summary>Consecutive journal entries.</summary>
/// <param name="Epoch">The journal's epoch.</param>
/// <param name="After">The sequence before the first entry.</param>
/// <param name="Head">Where the journal ends; past the last entry when there was too much for one batch.</param>
/// <param name="Opening">See <see cref="WatchAnswer.Opening"/>.</param>
/// <param name="Entries">The entries' bytes. None, and <paramref name="After"/> is the head, when the grain no longer has what the host lacks: it then reads the journal.</param>
[GenerateSerializer, Immutable, Alias("thread-batch")]
public sealed record ThreadBatch(
    [property: Id(0)] long Epoch,
    [property: Id(1)] long After,
    [property: Id(2)] long Head,
    [property: Id(3)] long Opening,
    [property: Id(4)] ReadOnlyMemory<byte>[] Entries);

/// <param name="Position">Where the thread is now.</param>
/// <param name="Opening">
/// Rises whenever somebody becomes the journal's writer. Every writer goes on from what the store has then, and a store may have lost entries
/// before: a host checks at every new opening that its own last entry is the journal's.
/// </param>
/// <param name="Silo">Where it is served: when this silo goes, watch anew.</param>
[GenerateSerializer, Immutable, Alias("watch-answer")]
public sealed record WatchAnswer([property: Id(0)] ThreadPosition Position, [property: Id(1)] long Opening, [property: Id(2)] SiloAddress Silo);
