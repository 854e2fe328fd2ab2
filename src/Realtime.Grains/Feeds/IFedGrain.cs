using Realtime.Discussion.Threads;

namespace Realtime.Grains.Feeds;

/// <summary>What every aggregate's grain offers to hosts, beside carrying out its commands. (Threads had these methods before there were others, and keep them where older silos look.)</summary>
[Alias("fed-grain")]
public interface IFedGrain : IGrainWithStringKey
{
    /// <summary>
    /// From now on (until <see cref="Unwatch"/>, or a minute without renewal) the host's observer gets every entry behind <paramref name="at"/>, in
    /// order, at most one call in flight. Calling it again is the renewal. A host that is ahead of the journal makes the aggregate begin a new epoch.
    /// </summary>
    /// <param name="host">The host's name.</param>
    /// <param name="observer">Its receiving end.</param>
    /// <param name="at">What it has.</param>
    /// <param name="opening">The last opening of the journal it knows of (<see cref="WatchAnswer.Opening"/>): an aggregate that is served by an earlier one gives up.</param>
    [Alias("watch"), ResponseTimeout("00:00:05")]
    Task<WatchAnswer> Watch(string host, IThreadObserver observer, ThreadPosition at, long opening);

    /// <summary>Ends the watch of this observer. One that the host has put in its place meanwhile is not concerned, in whatever order the calls arrive.</summary>
    [Alias("unwatch")]
    Task Unwatch(string host, IThreadObserver observer);
}
