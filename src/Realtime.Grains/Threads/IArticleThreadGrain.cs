using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;

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
