using Microsoft.Extensions.Options;
using Realtime.Discussion.Identity;
using Realtime.Grains.Replicas;

namespace Realtime.Server.Live;

/// <summary>The threads that somebody on this host watches. One that nobody watches any more is let go, and with it all work for it.</summary>
internal sealed class LiveThreads(IOptions<LiveOptions> options, TimeProvider time, ILogger<LiveThreads> logger) : BackgroundService
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ThreadKey, (LiveThread Thread, int Watches)> _threads = [];

    /// <summary>Enters one watch; every one needs its <see cref="Release"/>.</summary>
    public LiveThread Enter(IThreadReplica replica)
    {
        lock (_lock)
        {
            var thread = _threads.TryGetValue(replica.Key, out var entry) ? entry.Thread : new LiveThread(replica, options.Value, time, logger);
            _threads[replica.Key] = (thread, entry.Watches + 1);
            return thread;
        }
    }

    public void Release(LiveThread thread)
    {
        lock (_lock)
        {
            var key = thread.Replica.Key;
            var watches = _threads[key].Watches - 1;
            if (watches > 0) _threads[key] = (thread, watches);
            else _threads.Remove(key);
            if (watches > 0) return;
        }

        thread.Dispose();
    }

    /// <summary>Those of one site.</summary>
    public IReadOnlyList<LiveThread> Of(SiteId site)
    {
        lock (_lock) return [.. _threads.Where(entry => entry.Key.Site == site).Select(entry => entry.Value.Thread)];
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.StalledFor / 4, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) CloseStalled();
    }

    private void CloseStalled()
    {
        foreach (var reader in Snapshot().SelectMany(thread => thread.Readers))
        {
            var waiting = reader.WaitingFor;
            if (waiting < options.Value.StalledFor) continue;
            logger.ReaderStalled(reader.Connection.ConnectionId, waiting.TotalSeconds);
            LiveMeters.ClosedStalled();
            reader.Connection.Abort();
        }
    }

    private List<LiveThread> Snapshot()
    {
        lock (_lock) return [.. _threads.Values.Select(entry => entry.Thread)];
    }
}
