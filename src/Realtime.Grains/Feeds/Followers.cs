using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;

namespace Realtime.Grains.Feeds;

/// <summary>Who wants to know that a replica has gone forward: those who follow every step, and those who wait for one position.</summary>
internal sealed class Followers(string thread, TimeProvider time, ILogger logger)
{
    private readonly Lock _lock = new();
    private readonly List<Waiter> _waiters = [];
    private ImmutableArray<Following> _following = [];

    public int Count => _following.Length;

    public IDisposable Add(Action advanced, Action? attended)
    {
        var following = new Following(this, advanced, attended);
        lock (_lock) _following = _following.Add(following);
        return following;
    }

    /// <summary>Called outside all locks. One follower's failure is not another's.</summary>
    public void Advance(ThreadPosition position)
    {
        Release(position);
        foreach (var following in _following) Call(following.Advanced);
    }

    /// <summary>Others have come or gone elsewhere.</summary>
    public void Attend()
    {
        foreach (var following in _following)
            if (following.Attended is { } attended)
                Call(attended);
    }

    /// <param name="awaited">The position to wait for.</param>
    /// <param name="now">Looks where the replica is; asked after the waiter is in its place, so that no step is missed.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<bool> ReachAsync(ThreadPosition awaited, Func<ThreadPosition> now, TimeSpan patience, CancellationToken cancellation)
    {
        var waiter = new Waiter(awaited);
        lock (_lock) _waiters.Add(waiter);
        try
        {
            return waiter.IsSatisfiedBy(now()) || await waiter.Reached.WaitAsync(patience, time, cancellation);
        }
        finally
        {
            lock (_lock) _waiters.Remove(waiter);
        }
    }

    public static bool Covers(ThreadPosition reached, ThreadPosition awaited) =>
        reached.Epoch > awaited.Epoch || (reached.Epoch == awaited.Epoch && reached.Sequence >= awaited.Sequence);

    private void Call(Action follower)
    {
        try
        {
            follower();
        }
        catch (Exception e)
        {
            logger.FollowerFailed(e, thread);
        }
    }

    private void Release(ThreadPosition position)
    {
        lock (_lock)
        {
            foreach (var waiter in _waiters)
                if (waiter.IsSatisfiedBy(position))
                    waiter.Reached.Set();
        }
    }

    private void Remove(Following following)
    {
        lock (_lock) _following = _following.Remove(following);
    }

    private sealed class Following(Followers owner, Action advanced, Action? attended) : IDisposable
    {
        public Action Advanced => advanced;

        public Action? Attended => attended;

        public void Dispose() => owner.Remove(this);
    }

    private sealed class Waiter(ThreadPosition awaited)
    {
        public Signal Reached { get; } = new();

        public bool IsSatisfiedBy(ThreadPosition position) => Covers(position, awaited);
    }
}
