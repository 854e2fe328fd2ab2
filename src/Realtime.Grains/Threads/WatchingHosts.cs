using Microsoft.Extensions.Logging;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Threads;

/// <summary>
/// The hosts that have readers of this thread. Each gets every entry in order, one call at a time; what comes in meanwhile goes with the next. A
/// host that is slow or gone delays nobody: nothing waits for it, and it costs nothing but its own call. No readers, no hosts, no work.
/// </summary>
internal sealed class WatchingHosts(string thread, TimeProvider time, ILogger logger)
{
    private const int MaxEntries = 512, MaxBytes = 256 * 1024;
    private static readonly TimeSpan Lapse = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Host> _hosts = [];
    private readonly RecentEntries _recent = new(capacity: 2048, maxBytes: 4 << 20);
    private long _epoch;

    public void Restart(ThreadPosition position)
    {
        _epoch = position.Epoch;
        _recent.Restart(position.Sequence);
    }

    public void Watch(string name, IThreadObserver observer, long at)
    {
        if (!_hosts.TryGetValue(name, out var host)) _hosts[name] = host = new Host(name);
        host.Observer = observer;
        host.RenewedAt = time.GetUtcNow();
        if (!host.IsBusy) host.Acknowledged = at;
        _ = PushAsync(host);
    }

    public void Unwatch(string name) => _hosts.Remove(name);

    public void Publish(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        foreach (var entry in entries) _recent.Add(entry);
        foreach (var host in _hosts.Values) _ = PushAsync(host);
    }

    /// <summary>Tells every host to look for the thread elsewhere.</summary>
    public void Dismiss()
    {
        foreach (var host in _hosts.Values) _ = host.Observer!.Moving();
        _hosts.Clear();
    }

    private async Task PushAsync(Host host)
    {
        if (host.IsBusy || host.Acknowledged >= _recent.Head) return;
        host.IsBusy = true;
        try
        {
            while (host.Acknowledged < _recent.Head && IsWatching(host))
            {
                ThreadMeters.Pushed();
                var head = _recent.Head;
                var reached = await host.Observer!.Changed(NextBatch(host));
                // A host that could not follow reads the journal by itself and says so with its next renewal.
                if (reached <= host.Acknowledged) { host.Acknowledged = head; continue; }
                host.Acknowledged = reached;
            }
        }
        catch (Exception e)
        {
            logger.HostLost(thread, host.Name, host.Acknowledged, _recent.Head, e.Message);
            _hosts.Remove(host.Name);
        }
        finally
        {
            host.IsBusy = false;
        }
    }

    private ThreadBatch NextBatch(Host host) => _recent.Reaches(host.Acknowledged)
        ? new ThreadBatch(_epoch, host.Acknowledged, _recent.Head, _recent.Read(host.Acknowledged, MaxEntries, MaxBytes))
        : new ThreadBatch(_epoch, _recent.Head, _recent.Head, []);

    private bool IsWatching(Host host)
    {
        if (time.GetUtcNow() - host.RenewedAt > Lapse) _hosts.Remove(host.Name);
        return _hosts.TryGetValue(host.Name, out var current) && current == host;
    }

    private sealed class Host(string name)
    {
        public string Name { get; } = name;

        public IThreadObserver? Observer { get; set; }

        public long Acknowledged { get; set; }

        public DateTimeOffset RenewedAt { get; set; }

        public bool IsBusy { get; set; }
    }
}
