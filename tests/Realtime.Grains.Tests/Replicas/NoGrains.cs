using System.Net;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;
using Realtime.Grains.Replicas;
using Realtime.Grains.Threads;

namespace Realtime.Grains.Tests.Replicas;

/// <summary>A cluster in which nothing serves the thread until the test says so; it counts who watches.</summary>
internal sealed class NoGrains : IThreadGrains
{
    public string Host => "here";

    public bool IsReachable { get; set; }

    public ThreadPosition Position { get; set; }

    public int Watches { get; private set; }

    public List<IThreadObserver> Watching { get; } = [];

    public IArticleThreadGrain Of(ThreadKey key) => new Grain(this);

    public IThreadObserver Expose(IThreadObserver observer) => observer;

    public void Withdraw(IThreadObserver address)
    {
    }

    public sealed class Observer : IThreadObserver
    {
        public Task<ThreadPosition> Changed(ThreadBatch batch) => Task.FromResult(new ThreadPosition(batch.Epoch, batch.Head));

        public Task Moving() => Task.CompletedTask;

        public Task Attended(Attendance elsewhere) => Task.CompletedTask;
    }

    private sealed class Grain(NoGrains grains) : IArticleThreadGrain
    {
        public Task<CommandOutcome> Execute(ThreadCommand command) => throw new TimeoutException();

        public Task<WatchAnswer> Watch(string host, IThreadObserver observer, ThreadPosition at, long opening)
        {
            grains.Watches++;
            if (!grains.IsReachable) throw new TimeoutException();
            if (!grains.Watching.Contains(observer)) grains.Watching.Add(observer);
            return Task.FromResult(new WatchAnswer(grains.Position, 1, SiloAddress.New(IPAddress.Loopback, 1, 1)));
        }

        public Task Unwatch(string host, IThreadObserver observer)
        {
            grains.Watching.Remove(observer);
            return Task.CompletedTask;
        }

        public Task Attend(string host, Attendance here) => Task.CompletedTask;
    }
}
