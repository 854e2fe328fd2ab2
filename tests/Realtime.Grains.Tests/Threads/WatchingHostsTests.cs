using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;
using Xunit;

namespace Realtime.Grains.Tests.Threads;

public class WatchingHostsTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly WatchingHosts _hosts;

    public WatchingHostsTests()
    {
        _hosts = new WatchingHosts("gazette/bridge", _time, NullLogger.Instance);
        _hosts.Restart(new ThreadPosition(1, 10), 1);
    }

    [Fact]
    public void A_host_gets_what_it_lacks_one_call_at_a_time()
    {
        var host = new Host();
        _hosts.Watch("north", host, new ThreadPosition(1, 10));
        Publish(1);
        Publish(1);
        Publish(1);

        Assert.Equal((10, 1), (host.Calls[0].After, host.Calls[0].Entries.Length));
        Assert.Single(host.Calls);
        host.Answer(11);
        Assert.Equal((11, 2), (host.Calls[1].After, host.Calls[1].Entries.Length));
    }

    [Fact]
    public void A_host_that_lacks_what_is_no_longer_here_is_told_where_the_journal_ends()
    {
        var host = new Host();
        _hosts.Watch("north", host, new ThreadPosition(1, 4));

        Assert.Equal((10, 10, 0), (host.Calls[0].After, host.Calls[0].Head, host.Calls[0].Entries.Length));
        host.Answer(4);
        Assert.Single(host.Calls);
    }

    [Fact]
    public void A_silent_host_delays_no_other()
    {
        var (silent, lively) = (new Host(), new Host());
        _hosts.Watch("north", silent, new ThreadPosition(1, 10));
        _hosts.Watch("south", lively, new ThreadPosition(1, 10));
        Publish(1);
        lively.Answer(11);
        Publish(1);

        Assert.Equal((1, 2), (silent.Calls.Count, lively.Calls.Count));
    }

    [Fact]
    public void A_lost_call_is_repeated_and_a_host_that_stays_silent_is_forgotten()
    {
        var host = new Host();
        _hosts.Watch("north", host, new ThreadPosition(1, 10));
        Publish(1);
        for (var calls = 1; calls <= 3; calls++)
        {
            Assert.Equal(calls, host.Calls.Count);
            Assert.Equal(1, _hosts.Count);
            host.Fail();
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal((3, 0), (host.Calls.Count, _hosts.Count));
    }

    [Fact]
    public void A_failing_call_to_a_closed_copy_does_not_end_the_watch_of_its_successor()
    {
        var (old, present) = (new Host(), new Host());
        _hosts.Watch("north", old, new ThreadPosition(1, 10));
        Publish(1);
        _hosts.Watch("north", present, new ThreadPosition(1, 11));
        old.Fail();
        _time.Advance(TimeSpan.FromSeconds(1));
        _hosts.Unwatch("north", old);
        Publish(1);

        Assert.Single(old.Calls);
        Assert.Equal(11, Assert.Single(present.Calls).After);
    }

    [Fact]
    public void After_unwatching_nothing_is_sent()
    {
        var host = new Host();
        _hosts.Watch("north", host, new ThreadPosition(1, 10));
        _hosts.Unwatch("north", host);
        Publish(1);

        Assert.Empty(host.Calls);
    }

    [Fact]
    public void A_host_that_does_not_renew_is_forgotten_after_a_minute()
    {
        var host = new Host();
        _hosts.Watch("north", host, new ThreadPosition(1, 10));
        _time.Advance(TimeSpan.FromSeconds(61));
        Publish(1);

        Assert.Equal((0, 0), (host.Calls.Count, _hosts.Count));
    }

    [Fact]
    public void Every_host_is_told_of_a_new_epoch_also_while_a_call_is_under_way()
    {
        var host = new Host();
        _hosts.Watch("north", host, new ThreadPosition(1, 10));
        Publish(1);
        _hosts.Restart(new ThreadPosition(2, 8), 2);
        host.Answer(11);

        Assert.Equal((2, 8), (host.Calls[1].Epoch, host.Calls[1].Head));
        host.Answer(11);
        Publish(1);
        Assert.Equal((2, 8, 1), (host.Calls[2].Epoch, host.Calls[2].After, host.Calls[2].Entries.Length));
    }

    [Fact]
    public void Dismissed_hosts_are_told_to_look_elsewhere()
    {
        var host = new Host();
        _hosts.Watch("north", host, new ThreadPosition(1, 10));
        _hosts.Dismiss();

        Assert.True(host.IsMoving);
        Assert.Equal(0, _hosts.Count);
    }

    private void Publish(int entries) => _hosts.Publish([.. Enumerable.Repeat<ReadOnlyMemory<byte>>(new byte[10], entries)], 1);

    private sealed class Host : IThreadObserver
    {
        private TaskCompletionSource<ThreadPosition> _answer = new();

        public List<ThreadBatch> Calls { get; } = [];

        public bool IsMoving { get; private set; }

        public Task<ThreadPosition> Changed(ThreadBatch batch)
        {
            Calls.Add(batch);
            _answer = new TaskCompletionSource<ThreadPosition>();
            return _answer.Task;
        }

        public Task Moving()
        {
            IsMoving = true;
            return Task.CompletedTask;
        }

        public List<Attendance> Told { get; } = [];

        public Task Attended(Attendance elsewhere)
        {
            Told.Add(elsewhere);
            return Task.CompletedTask;
        }

        public void Answer(long reached, long epoch = 1) => _answer.SetResult(new ThreadPosition(epoch, reached));

        public void Fail() => _answer.SetException(new TimeoutException());
    }
}
