using Realtime.Discussion.Threads;
using Realtime.Grains.Threads;

namespace Realtime.Grains.Feeds;

/// <summary>The grain that a copy is fed by.</summary>
internal interface IFeedSource
{
    /// <inheritdoc cref="IFedGrain.Watch"/>
    Task<WatchAnswer> WatchAsync(string host, IThreadObserver observer, ThreadPosition at, long opening);

    /// <inheritdoc cref="IFedGrain.Unwatch"/>
    Task UnwatchAsync(string host, IThreadObserver observer);

    /// <inheritdoc cref="IArticleThreadGrain.Attend"/>
    Task AttendAsync(string host, Attendance here);
}

internal sealed class ThreadFeed(IArticleThreadGrain grain) : IFeedSource
{
    public Task<WatchAnswer> WatchAsync(string host, IThreadObserver observer, ThreadPosition at, long opening) => grain.Watch(host, observer, at, opening);

    public Task UnwatchAsync(string host, IThreadObserver observer) => grain.Unwatch(host, observer);

    public Task AttendAsync(string host, Attendance here) => grain.Attend(host, here);
}

/// <summary>The feed of an aggregate whose readers nobody counts.</summary>
internal sealed class GrainFeed(IFedGrain grain) : IFeedSource
{
    public Task<WatchAnswer> WatchAsync(string host, IThreadObserver observer, ThreadPosition at, long opening) => grain.Watch(host, observer, at, opening);

    public Task UnwatchAsync(string host, IThreadObserver observer) => grain.Unwatch(host, observer);

    public Task AttendAsync(string host, Attendance here) => Task.CompletedTask;
}
