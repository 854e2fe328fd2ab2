
namespace Realtime.Grains.Feeds;

/// <summary>
/// Who reads the thread on which host, and tells each host of those on the others: at most once a second, only what is new, and only hosts that have readers
/// themselves. It waits for no answer, so that it never stands in the way of entries.
/// </summary>
internal sealed class AttendingHosts(TimeProvider time)
{
    /// <summary>What comes within the gathering goes with the first telling: after a move of the thread all hosts report at once.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(250), Pause = TimeSpan.FromMilliseconds(750);

    private readonly Dictionary<string, Host> _hosts = [];
    private bool _hasNews;
    private bool _isTelling;

    /// <summary>Called by a host that watches, when its attendance has changed and with every renewal.</summary>
    public void Attend(string name, IThreadObserver observer, Attendance here)
    {
        if (here.Readers == 0)
        {
            Leave(name);
            return;
        }

        // Otherwise it is a renewal: that host is told again, should it have missed something.
        var isChange = _hosts.TryGetValue(name, out var host) && host.Observer.Equals(observer) && !host.Here.Equals(here);
        _hosts[name] = new Host(observer, here) { Told = isChange ? host!.Told : null };
        Changed();
    }

    /// <summary>Its watch has ended, or its last reader has gone.</summary>
    public void Leave(string name)
    {
        if (_hosts.Remove(name)) Changed();
    }

    public void Clear() => _hosts.Clear();

    private void Changed()
    {
        _hasNews = true;
        if (!_isTelling) _ = TellAsync();
    }

    private async Task TellAsync()
    {
        _isTelling = true;
        while (_hasNews)
        {
            await Task.Delay(Gathering, time);
            _hasNews = false;
            foreach (var host in _hosts.Values) Tell(host);
            await Task.Delay(Pause, time);
        }

        _isTelling = false;
    }

    private void Tell(Host host)
    {
        var elsewhere = Attendance.Sum(_hosts.Values.Where(other => other != host).Select(other => other.Here));
        if (elsewhere.Equals(host.Told)) return;
        host.Told = elsewhere;
        host.Observer.Attended(elsewhere).Ignore();
    }

    private sealed class Host(IThreadObserver observer, Attendance here)
    {
        public IThreadObserver Observer => observer;

        public Attendance Here => here;

        /// <summary>Null when the host must be told anew: what it knows may be of an earlier activation.</summary>
        public Attendance? Told { get; set; }
    }
}
