using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Feeds;
using Realtime.Grains.Replicas;
using Realtime.Grains.Threads;

namespace Realtime.Grains.Tests.Simulation;

/// <summary>A host with readers: its replica, and its ends of the wires to the thread.</summary>
internal sealed class SimulatedHost : IThreadGrains
{
    private static readonly ReplicaOptions Options = new() { RecentEvents = 40, WordsBytes = 4_000 };
    private readonly SimulatedSilos _silos;
    private readonly SimulatedWire _wire;
    private FeedWatch? _watch;

    public SimulatedHost(string name, SimulatedSilos silos, SimulatedWire wire) => (Host, _silos, _wire) = (name, silos, wire);

    public string Host { get; }

    public ThreadReplica Replica { get; private set; } = null!;

    public async Task OpenAsync(IJournal store)
    {
        var journal = new SimulatedStore(store, _wire);
        Replica = new ThreadReplica(
            Say.Bridge, await ThreadReplica.Kind.LoadAsync(store, Say.Bridge.Journal, CancellationToken.None), journal, Options, _wire.Time, NullLogger.Instance);
        _watch = new FeedWatch(Replica.Fed, new ThreadFeed(Of(Say.Bridge)), this, Options, _wire.Time, NullLogger.Instance) { Random = _wire.Random };
        _watch.Start();
    }

    public Task CloseAsync() => _watch!.StopAsync();

    public Task<CommandOutcome> ExecuteAsync(ThreadCommand command) => new ThreadCommands(this, NullLogger<ThreadCommands>.Instance).ExecuteAsync(Say.Bridge, command);

    public IArticleThreadGrain Of(ThreadKey key) => new Grain(_silos, _wire);

    public IThreadObserver Expose(IThreadObserver observer) => new Address(observer, _wire);

    public void Withdraw(IThreadObserver address)
    {
    }

    private sealed class Grain(SimulatedSilos silos, SimulatedWire wire) : IArticleThreadGrain
    {
        private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

        public Task<CommandOutcome> Execute(ThreadCommand command) =>
            wire.CallAsync(async () => await (await silos.ReachAsync()).ExecuteAsync(command), Timeout);

        public Task<WatchAnswer> Watch(string host, IThreadObserver observer, ThreadPosition at, long opening) => wire.CallAsync(async () =>
        {
            var thread = await silos.ReachAsync();
            return await thread.WatchAsync(host, observer, at, opening, SiloAddress.New(IPAddress.Loopback, 1, 1));
        }, Timeout);

        public Task Attend(string host, Attendance here) => wire.CallAsync(async () =>
        {
            await (await silos.ReachAsync()).AttendAsync(host, here);
            return true;
        }, Timeout);

        public Task Unwatch(string host, IThreadObserver observer) => wire.CallAsync(async () =>
        {
            await (await silos.ReachAsync()).UnwatchAsync(host, observer);
            return true;
        }, Timeout);
    }

    private sealed class Address(IThreadObserver observer, SimulatedWire wire) : IThreadObserver
    {
        public async Task<ThreadPosition> Changed(ThreadBatch batch)
        {
            if (wire.Happens(0.05)) _ = RepeatAsync(batch);
            return await wire.CallAsync(() => observer.Changed(batch), TimeSpan.FromSeconds(3));
        }

        public async Task Moving()
        {
            await wire.TravelAsync();
            if (!wire.Happens(0.3)) await observer.Moving();
        }

        public Task Attended(Attendance elsewhere) => wire.CallAsync(async () =>
        {
            await observer.Attended(elsewhere);
            return true;
        }, TimeSpan.FromSeconds(3));

        /// <summary>The same call arrives once more, at any later time.</summary>
        private async Task RepeatAsync(ThreadBatch batch)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(wire.Random.Next(1, 20_000)), wire.Time);
            await observer.Changed(batch);
        }
    }
}
