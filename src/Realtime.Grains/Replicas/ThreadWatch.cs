using Microsoft.Extensions.Logging;
using Realtime.Discussion.Threads;
using Realtime.Grains.Threads;

namespace Realtime.Grains.Replicas;

/// <summary>
/// Keeps one replica current: gives the thread an observer, renews that in time, and at once when the thread moves, its silo goes or a call fails.
/// The answer to a renewal tells where the thread is, which uncovers pushes that were lost silently. While the thread cannot be reached the
/// journal is read instead.
/// </summary>
internal sealed class ThreadWatch : IThreadObserver
{
    private readonly ThreadReplica _replica;
    private readonly IThreadGrains _grains;
    private readonly IArticleThreadGrain _grain;
    private readonly IThreadObserver _address;
    private readonly ThreadReplicaOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private Signal _wake = new();
    private Task _running = Task.CompletedTask;
    private volatile bool _stopped;

    public ThreadWatch(ThreadReplica replica, IThreadGrains grains, ThreadReplicaOptions options, TimeProvider time, ILogger logger)
    {
        (_replica, _grains, _options, _time, _logger) = (replica, grains, options, time, logger);
        _grain = grains.Of(replica.Key);
        _address = grains.Expose(this);
        replica.Stranded = Renew;
        replica.Attending = () => _ = AttendAsync();
    }

    /// <summary>The silo that served the thread when last asked.</summary>
    public SiloAddress? ServedBy { get; private set; }

    public Random Random { get; init; } = Random.Shared;

    public void Start() => _running = RunAsync();

    public Task<ThreadPosition> Changed(ThreadBatch batch) => Task.FromResult(_replica.Take(batch));

    public Task Moving()
    {
        Renew();
        return Task.CompletedTask;
    }

    public Task Attended(Attendance elsewhere)
    {
        _replica.Hear(elsewhere);
        return Task.CompletedTask;
    }

    /// <summary>Watches anew without waiting for the time of renewal.</summary>
    public void Renew() => Interlocked.CompareExchange(ref _wake!, null, null).Set();

    public async Task StopAsync()
    {
        _stopped = true;
        Renew();
        await _running;
        try
        {
            await _grain.Unwatch(_grains.Host, _address);
        }
        catch (Exception e)
        {
            // The thread forgets a host that does not renew.
            _logger.WatchFailed(_replica.Key.ToString(), e.Message);
        }

        _grains.Withdraw(_address);
    }

    private async Task RunAsync()
    {
        await Task.Yield();
        while (!_stopped)
        {
            // Set up before the call: who asks for a renewal while one is under way gets another.
            var wake = new Signal();
            Interlocked.Exchange(ref _wake, wake);
            if (_stopped) return;
            var pause = await TryWatchAsync() ? _options.RenewEvery * (2 + (2 * Random.NextDouble())) / 3 : _options.RetryAfter;
            await wake.WaitAsync(pause, _time, CancellationToken.None);
        }
    }

    private async Task<bool> TryWatchAsync()
    {
        try
        {
            var answer = await _grain.Watch(_grains.Host, _address, _replica.Claim, _replica.Opening);
            ServedBy = answer.Silo;
            if (_replica.Here.Readers > 0) _ = AttendAsync();
            return await HasFollowedAsync(answer) || await _replica.RepairAsync(answer.Opening);
        }
        catch (Exception e)
        {
            _logger.WatchFailed(_replica.Key.ToString(), e.Message);
            await _replica.RepairAsync();
            return false;
        }
    }

    private async Task AttendAsync()
    {
        try
        {
            await _grain.Attend(_grains.Host, _replica.Here);
        }
        catch (Exception e)
        {
            // The next renewal tells it again.
            _logger.AttendanceUntold(_replica.Key.ToString(), e.Message);
        }
    }

    /// <summary>What the pushes bring by themselves needs no reading.</summary>
    private async Task<bool> HasFollowedAsync(WatchAnswer answer) =>
        answer.Opening == _replica.Opening && answer.Position.Epoch <= _replica.Position.Epoch
        && await _replica.ReachAsync(answer.Position, _options.RetryAfter, CancellationToken.None);
}
