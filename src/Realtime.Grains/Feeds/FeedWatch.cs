using Microsoft.Extensions.Logging;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Replicas;

namespace Realtime.Grains.Feeds;

/// <summary>
/// Keeps one replica current: gives the thread an observer, renews that in time, and at once when the thread moves, its silo goes or a call fails.
/// The answer to a renewal tells where the thread is, which uncovers pushes that were lost silently. While the thread cannot be reached the
/// journal is read instead.
/// </summary>
internal sealed class FeedWatch : IThreadObserver
{
    private readonly IFedCopy _copy;
    private readonly IFeedSource _source;
    private readonly IHostAddresses _addresses;
    private readonly IThreadObserver _address;
    private readonly ReplicaOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private Signal _wake = new();
    private Task _running = Task.CompletedTask;
    private volatile bool _stopped;

    public FeedWatch(IFedCopy copy, IFeedSource source, IHostAddresses addresses, ReplicaOptions options, TimeProvider time, ILogger logger)
    {
        (_copy, _source, _addresses, _options, _time, _logger) = (copy, source, addresses, options, time, logger);
        _address = addresses.Expose(this);
        copy.Stranded = Renew;
    }

    /// <summary>Where readers are counted; null where nobody counts them.</summary>
    public HostAttendance? Attendance
    {
        get;
        init
        {
            field = value;
            if (value is not null) value.Attending = () => _ = AttendAsync();
        }
    }

    /// <summary>The silo that served the thread when last asked.</summary>
    public SiloAddress? ServedBy { get; private set; }

    public Random Random { get; init; } = Random.Shared;

    public void Start() => _running = RunAsync();

    public Task<ThreadPosition> Changed(ThreadBatch batch) => Task.FromResult(_copy.Take(batch));

    public Task Moving()
    {
        Renew();
        return Task.CompletedTask;
    }

    public Task Attended(Attendance elsewhere)
    {
        Attendance?.Hear(elsewhere);
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
            await _source.UnwatchAsync(_addresses.Host, _address);
        }
        catch (Exception e)
        {
            // The thread forgets a host that does not renew.
            _logger.WatchFailed(_copy.Key.Value, e.Message);
        }

        _addresses.Withdraw(_address);
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
            var answer = await _source.WatchAsync(_addresses.Host, _address, _copy.Claim, _copy.Opening);
            ServedBy = answer.Silo;
            if (Attendance is { Here.Readers: > 0 }) _ = AttendAsync();
            return await HasFollowedAsync(answer) || await _copy.RepairAsync(answer.Opening);
        }
        catch (Exception e)
        {
            _logger.WatchFailed(_copy.Key.Value, e.Message);
            await _copy.RepairAsync();
            return false;
        }
    }

    private async Task AttendAsync()
    {
        try
        {
            await _source.AttendAsync(_addresses.Host, Attendance!.Here);
        }
        catch (Exception e)
        {
            // The next renewal tells it again.
            _logger.AttendanceUntold(_copy.Key.Value, e.Message);
        }
    }

    /// <summary>What the pushes bring by themselves needs no reading.</summary>
    private async Task<bool> HasFollowedAsync(WatchAnswer answer) =>
        answer.Opening == _copy.Opening && answer.Position.Epoch <= _copy.Position.Epoch
        && await _copy.ReachAsync(answer.Position, _options.RetryAfter, CancellationToken.None);
}
