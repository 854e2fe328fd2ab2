using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;
using Xunit;

namespace Realtime.Grains.Tests.Threads;

public class AttendingHostsTests
{
    private static readonly Author Ann = new(new UserId("ann"), "Ann");
    private static readonly Author Ben = new(new UserId("ben"), "Ben");

    private readonly FakeTimeProvider _time = new();
    private readonly WatchingHosts _hosts;
    private readonly Host _north = new();
    private readonly Host _south = new();

    public AttendingHostsTests()
    {
        _hosts = new WatchingHosts("gazette/bridge", _time, NullLogger.Instance);
        _hosts.Restart(new ThreadPosition(1, 0), 1);
        Watch("north", _north);
        Watch("south", _south);
    }

    [Fact]
    public void A_host_is_told_who_is_on_the_others()
    {
        Attend("north", 2, Ann);
        Attend("south", 3, Ben);
        Pass(1);

        Assert.Equal(new Attendance(3, [Ben]), Assert.Single(_north.Told));
        Assert.Equal(new Attendance(2, [Ann]), Assert.Single(_south.Told));
    }

    [Fact]
    public void However_much_changes_a_host_is_told_once_a_second()
    {
        Attend("south", 1);
        Pass(1);
        for (var readers = 1; readers <= 40; readers++)
        {
            Attend("north", readers);
            _time.Advance(TimeSpan.FromMilliseconds(25));
        }

        Pass(1);

        Assert.Equal([0, 10, 40], _south.Told.Select(told => told.Readers));
    }

    [Fact]
    public void Where_nobody_reads_nobody_is_told()
    {
        Attend("north", 1);
        Pass(5);

        Assert.Empty(_south.Told);
    }

    [Fact]
    public void Where_nothing_changes_nothing_is_told()
    {
        Attend("north", 1);
        Attend("south", 1);
        Pass(60);

        Assert.Equal((1, 1), (_north.Told.Count, _south.Told.Count));
    }

    [Fact]
    public void A_renewal_is_told_again_what_it_may_have_missed()
    {
        Attend("north", 1);
        Attend("south", 1);
        Pass(1);
        Attend("south", 1);
        Pass(1);

        Assert.Equal((1, 2), (_north.Told.Count, _south.Told.Count));
    }

    [Fact]
    public void The_readers_of_a_host_that_goes_go_with_its_watch()
    {
        Attend("north", 2);
        Attend("south", 3);
        Pass(1);
        _hosts.Unwatch("north", _north);
        Pass(1);

        Assert.Equal(Attendance.Nobody, _south.Told[^1]);
    }

    [Fact]
    public void The_readers_of_a_host_that_died_go_when_it_has_not_renewed_for_a_minute()
    {
        Attend("north", 2);
        Attend("south", 3);
        Pass(40);
        Watch("south", _south);
        Pass(40);
        Watch("south", _south);
        Pass(1);

        Assert.Equal(Attendance.Nobody, _south.Told[^1]);
    }

    [Fact]
    public void A_host_that_does_not_watch_is_not_counted()
    {
        Attend("south", 1);
        Attend("west", 7);
        Pass(1);

        Assert.Equal(Attendance.Nobody, _south.Told[^1]);
    }

    [Fact]
    public void A_host_that_is_slow_with_entries_is_told_all_the_same()
    {
        _hosts.Publish([new byte[1]], 1);
        Attend("north", 1);
        Attend("south", 1);
        Pass(1);

        Assert.Equal((1, 1), (_south.Unanswered, _south.Told.Count));
    }

    [Fact]
    public void A_person_who_writes_in_two_places_is_one_and_not_everybody_is_named()
    {
        var crowd = Enumerable.Range(10, 20).Select(i => new Author(new UserId($"{i}"), $"{i}")).ToArray();

        Assert.Equal([Ann], Attendance.Sum([new Attendance(1, [Ann]), new Attendance(1, [Ann])]).Typing);
        Assert.Equal(crowd.Take(10), Attendance.Sum([new Attendance(20, crowd)]).Typing);
    }

    private void Watch(string name, IThreadObserver host) => _hosts.Watch(name, host, new ThreadPosition(1, 0));

    private void Attend(string name, int readers, params Author[] typing) => _hosts.Attend(name, new Attendance(readers, typing));

    private void Pass(int seconds)
    {
        for (var i = 0; i < 8 * seconds; i++) _time.Advance(TimeSpan.FromMilliseconds(125));
    }

    private sealed class Host : IThreadObserver
    {
        public List<Attendance> Told { get; } = [];

        public int Unanswered { get; private set; }

        public Task<ThreadPosition> Changed(ThreadBatch batch)
        {
            Unanswered++;
            return new TaskCompletionSource<ThreadPosition>().Task;
        }

        public Task Moving() => Task.CompletedTask;

        public Task Attended(Attendance elsewhere)
        {
            Told.Add(elsewhere);
            return Task.CompletedTask;
        }
    }
}
