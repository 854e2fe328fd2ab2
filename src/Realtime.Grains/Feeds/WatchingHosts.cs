using Microsoft.Extensions.Logging;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;

namespace Realtime.Grains.Feeds;

/// <summary>
/// The hosts that have readers of this thread. Each gets every entry in order, one call at a time; what comes in meanwhile goes with the next. A
/// host that is slow or gone delays nobody: nothing waits for it, and it costs nothing but its own call. No readers, no hosts, no work.
/// </summary>
internal sealed class WatchingHosts(string thread, TimeProvider time, ILogger logger)
{
    private const int MaxEntries = 512, MaxBytes = 256 * 1024, MaxFailures = 3;
    private static readonly TimeSpan Lapse = TimeSpan.FromMinutes(1), BeforeRetry = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Host> _hosts = [];
    private readonly AttendingHosts _attending = new(time);
    private readonly Recent<ReadOnlyMemory<byte>> _recent = new(capacity: 2048, maxBytes: 4 << 20);
    private long _epoch;
    private long _opening;

    public int Count => _hosts.Count;

    /// <summary>The journal begins, or goes on in another epoch, here: every host that is in another epoch is told.</summary>
    public void Restart(ThreadPosition position, long opening)
    {
        (_epoch, _opening) = (position.Epoch, opening);
        _recent.Restart(position.Sequence);
        PushToAll();
    }

    /// <summary>Begins or renews. A host in another epoch reads the journal by itself and gets what comes from now on.</summary>
    public void Watch(string name, IThreadObserver observer, ThreadPosition at)
    {
        // Another observer under the name: the host has closed its copy and opened a new one. A call to the old one that is still under way
        // must not speak for the new one.
        if (!_hosts.TryGetValue(name, out var host) || !host.Observer.Equals(observer)) host = Enter(name, observer);
        (host.RenewedAt, host.Failures) = (time.GetUtcNow(), 0);
        // Also in a thread in which nothing happens, hosts that are gone must not be counted among those that are there.
        foreach (var lapsed in _hosts.Values.Where(HasLapsed).ToList()) Forget(lapsed);
        if (!host.IsBusy) (host.Epoch, host.Acknowledged) = (_epoch, at.Epoch == _epoch ? at.Sequence : _recent.Head);
        _ = PushAsync(host);
    }

    /// <summary>Ends it for this observer; one that has taken its place meanwhile stays.</summary>
    public void Unwatch(string name, IThreadObserver observer)
    {
        if (_hosts.TryGetValue(name, out var host) && host.Observer.Equals(observer)) Forget(host);
    }

    /// <summary>Of a host that does not watch nobody would notice that it has gone.</summary>
    public void Attend(string name, Attendance here)
    {
        if (_hosts.TryGetValue(name, out var host)) _attending.Attend(name, host.Observer, here);
    }

    public void Publish(IReadOnlyList<ReadOnlyMemory<byte>> entries, long opening)
    {
        _opening = opening;
        foreach (var entry in entries) _recent.Add(entry, entry.Length);
        PushToAll();
    }

    /// <summary>Remembers no entries: they have been rewritten in the journal, which is where hosts that lack something find them from now on.</summary>
    public void Forget() => _recent.Restart(_recent.Head);

    /// <summary>Tells every host to look for the thread elsewhere.</summary>
    public void Dismiss()
    {
        foreach (var host in _hosts.Values) _ = host.Observer.Moving();
        _hosts.Clear();
        _attending.Clear();
    }

    private Host Enter(string name, IThreadObserver observer)
    {
        _attending.Leave(name);
        return _hosts[name] = new Host(name, observer);
    }

    private void PushToAll()
    {
        foreach (var host in _hosts.Values) _ = PushAsync(host);
    }

    private async Task PushAsync(Host host)
    {
        if (host.IsBusy) return;
        host.IsBusy = true;
        while (IsBehind(host) && IsWatching(host)) await PushBatchAsync(host);
        host.IsBusy = false;
    }

    private async Task PushBatchAsync(Host host)
    {
        try
        {
            AggregateMeters.Pushed();
            var batch = NextBatch(host);
            var reached = await host.Observer.Changed(batch);
            // A host that could not follow reads the journal by itself and says so with its next renewal.
            var followed = reached.Epoch == batch.Epoch && reached.Sequence > batch.After;
            (host.Epoch, host.Acknowledged, host.Failures) = (batch.Epoch, followed ? reached.Sequence : batch.Head, 0);
        }
        catch (Exception e)
        {
            await RecoverAsync(host, e);
        }
    }

    /// <summary>A lost call is repeated, entries that arrive twice do no harm; a host that stays silent is forgotten and has to watch anew.</summary>
    private async Task RecoverAsync(Host host, Exception cause)
    {
        if (++host.Failures < MaxFailures)
        {
            await Task.Delay(BeforeRetry, time);
            return;
        }

        logger.HostLost(thread, host.Name, host.Acknowledged, _recent.Head, cause.Message);
        Forget(host);
    }

    private ThreadBatch NextBatch(Host host) => host.Epoch == _epoch && _recent.Reaches(host.Acknowledged)
        ? new ThreadBatch(_epoch, host.Acknowledged, _recent.Head, _opening, _recent.Read(host.Acknowledged, MaxEntries, MaxBytes))
        : new ThreadBatch(_epoch, _recent.Head, _recent.Head, _opening, []);

    private bool IsBehind(Host host) => host.Epoch != _epoch || host.Acknowledged < _recent.Head;

    private bool IsWatching(Host host)
    {
        if (HasLapsed(host)) Forget(host);
        return _hosts.TryGetValue(host.Name, out var current) && current == host;
    }

    private bool HasLapsed(Host host) => time.GetUtcNow() - host.RenewedAt > Lapse;

    private void Forget(Host host)
    {
        if (!_hosts.TryGetValue(host.Name, out var current) || current != host) return;
        _hosts.Remove(host.Name);
        _attending.Leave(host.Name);
    }

    private sealed class Host(string name, IThreadObserver observer)
    {
        public string Name => name;

        public IThreadObserver Observer => observer;

        /// <summary>The epoch that <see cref="Acknowledged"/> is a sequence of.</summary>
        public long Epoch { get; set; }

        public long Acknowledged { get; set; }

        public DateTimeOffset RenewedAt { get; set; }

        public int Failures { get; set; }

        public bool IsBusy { get; set; }
    }
}
