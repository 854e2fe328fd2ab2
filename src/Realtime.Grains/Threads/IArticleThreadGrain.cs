using Orleans.Concurrency;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Threads;

/// <summary>
/// The one writer of a thread; the key is <c>site/article</c>. It never answers reads: its state may be ahead of the journal by the batch in flight.
/// </summary>
[Alias("article-thread")]
public interface IArticleThreadGrain : IGrainWithStringKey
{
    /// <summary>
    /// Carries the command out and answers once its event is in the journal. A refusal is in the outcome;
    /// <see cref="RefusalCode.ThreadBusy"/> and <see cref="RefusalCode.StoreUnavailable"/> are worth a retry with the same client id.
    /// An exception means that the outcome is unknown: retry likewise.
    /// </summary>
    [Alias("execute"), ResponseTimeout("00:00:06")]
    Task<CommandOutcome> Execute(ThreadCommand command);

    /// <summary>
    /// From now on (until <see cref="Unwatch"/>, or a minute without renewal) the host's observer gets every entry behind <paramref name="at"/>, in
    /// order, at most one call in flight. Calling it again is the renewal. A host that is ahead of the journal makes the thread begin a new epoch.
    /// </summary>
    /// <param name="host">The host's name.</param>
    /// <param name="observer">Its receiving end.</param>
    /// <param name="at">What it has.</param>
    /// <param name="opening">The last opening of the journal it knows of (<see cref="WatchAnswer.Opening"/>): a thread that is served by an earlier one gives up.</param>
    [Alias("watch"), ResponseTimeout("00:00:05")]
    Task<WatchAnswer> Watch(string host, IThreadObserver observer, ThreadPosition at, long opening);

    /// <summary>Ends the watch of this observer. One that the host has put in its place meanwhile is not concerned, in whatever order the calls arrive.</summary>
    [Alias("unwatch")]
    Task Unwatch(string host, IThreadObserver observer);

    /// <summary>
    /// Tells who of the host's readers are there; called when that has changed, at most about once a second, and with each renewal of the watch, with which it
    /// ends too. The other hosts that have readers are told. Nobody waits for the answer.
    /// </summary>
    [Alias("attend"), ResponseTimeout("00:00:03")]
    Task Attend(string host, Attendance here);
}

/// <summary>
/// A host's receiving end for one thread. A method that is added here must not be one-way: a silo of the version before, which does not know it, would
/// close the connection instead of answering, and lose what else is on it.
/// </summary>
[Alias("thread-observer")]
public interface IThreadObserver : IGrainObserver
{
    /// <summary>Takes the batch in and answers what the host has now. Never waits for readers.</summary>
    [Alias("changed"), ResponseTimeout("00:00:03")]
    Task<ThreadPosition> Changed(ThreadBatch batch);

    /// <summary>The thread stops being served where it was: watch anew. A hint; renewal finds out without it.</summary>
    [Alias("moving"), OneWay]
    Task Moving();

    /// <summary>Who is there on the other hosts together. Without a position, at most once a second, and not repeated when it is lost.</summary>
    [Alias("attended"), ResponseTimeout("00:00:03")]
    Task Attended(Attendance elsewhere);
}

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
