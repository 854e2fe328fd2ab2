using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Journal;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Replicas;

namespace Realtime.Grains.Feeds;

/// <summary>What every kind of copy needs to be kept current.</summary>
internal sealed class CopyKeeping(
    IJournal journal, IHostAddresses addresses, IGrainFactory grains, IOptions<ReplicaOptions> options, TimeProvider time, ILogger<CopyKeeping> logger)
{
    /// <summary>
    /// Opens a copy and begins to watch its grain. On the host's own scheduler, even when a grain is the first to ask: the copy is the host's, outlives the
    /// grain, and an observer's address cannot be made in a grain's turn.
    /// </summary>
    /// <param name="kind">What it is a copy of.</param>
    /// <param name="grainType">The type of its grain (<c>[GrainType]</c>).</param>
    /// <param name="key">The key of journal and grain.</param>
    public Task<WatchedCopy<AggregateCopy<TState, TCommand, TEvent>>> OpenAsync<TState, TCommand, TEvent>(
        IAggregate<TState, TCommand, TEvent> kind, string grainType, JournalKey key)
        where TState : class
        where TEvent : JournalEvent =>
        Task.Factory.StartNew(() => OpenHereAsync(kind, grainType, key), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default).Unwrap();

    private async Task<WatchedCopy<AggregateCopy<TState, TCommand, TEvent>>> OpenHereAsync<TState, TCommand, TEvent>(
        IAggregate<TState, TCommand, TEvent> kind, string grainType, JournalKey key)
        where TState : class
        where TEvent : JournalEvent
    {
        async Task<StateCopy<TState, TCommand, TEvent>> LoadAsync() => new(kind, await kind.LoadAsync(journal, key, CancellationToken.None));
        var make = new CopyReading<StateCopy<TState, TCommand, TEvent>, TEvent>(entry => kind.Decode(entry.Span), LoadAsync, kind.MayBeDeleted);
        var fed = new FedCopy<StateCopy<TState, TCommand, TEvent>, TEvent>(key, await LoadAsync(), make, journal, time, logger);
        var source = new GrainFeed(grains.GetGrain<IFedGrain>(GrainId.Create(grainType, key.Value)));
        var watch = new FeedWatch(fed, source, addresses, options.Value, time, logger);
        // Not awaited: what the journal says is current enough to begin with.
        watch.Start();
        return new WatchedCopy<AggregateCopy<TState, TCommand, TEvent>>(new AggregateCopy<TState, TCommand, TEvent>(fed), fed, watch);
    }
}
