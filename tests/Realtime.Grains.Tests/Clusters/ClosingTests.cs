using System.Collections.Concurrent;
using Orleans.TestingHost;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Realtime.Grains.Replicas;
using Realtime.Testing;
using Xunit;

namespace Realtime.Grains.Tests.Clusters;

/// <summary>A thread that is to close by itself. The time is real, because Orleans' reminders know no other: what is awaited is what then happens.</summary>
public class ClosingTests
{
    /// <summary>A reminder whose silo was just dying rings again after a minute.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_thread_closes_at_its_time_and_every_host_is_told()
    {
        await using var cluster = await ThreadCluster.StartAsync(2);
        var replicas = await Task.WhenAll(cluster.Silos.Select(ThreadCluster.ReadAsync));

        var scheduled = await ScheduleAsync(cluster.Silos[0], Soon);

        foreach (var replica in replicas) await ClosesAsync(replica, scheduled);
        await AlarmIsOffAsync(cluster);
    }

    [Fact]
    public async Task Readers_see_when_it_will_close()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        var replica = await ThreadCluster.ReadAsync(cluster.Silos[0]);
        var time = Soon.AddHours(1);

        await ThreadCluster.ReachAsync(replica, await ScheduleAsync(cluster.Silos[0], time));

        Assert.Equal((false, time.UtcDateTime), ((await PageAsync(replica)).Closed, (await PageAsync(replica)).ClosesAt));
    }

    [Fact]
    public async Task A_thread_that_was_put_to_sleep_wakes_up_to_close()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        var scheduled = await ScheduleAsync(cluster.Silos[0], Soon);
        await cluster.DeactivateAsync();

        await Eventually.HoldsAsync("the journal has the closing", async () => await LengthAsync(cluster) == scheduled.Position.Sequence + 1);

        await ClosesAsync(await ThreadCluster.ReadAsync(cluster.Silos[0]), scheduled);
    }

    [Fact]
    public async Task A_thread_closes_although_its_silo_was_killed()
    {
        await using var cluster = await ThreadCluster.StartAsync(2);
        var scheduled = await ScheduleAsync(cluster.Silos[0], Soon.AddSeconds(2));
        var serving = await cluster.ServingAsync();
        var replica = await ThreadCluster.ReadAsync(cluster.Silos.Single(silo => silo != serving));

        await cluster.KillAsync(serving);

        await ClosesAsync(replica, scheduled);
    }

    [Fact]
    public async Task An_earlier_time_takes_the_place_of_a_later_one()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        var replica = await ThreadCluster.ReadAsync(cluster.Silos[0]);
        await ScheduleAsync(cluster.Silos[0], Soon.AddHours(1));

        await ClosesAsync(replica, await ScheduleAsync(cluster.Silos[0], Soon));
    }

    [Fact]
    public async Task When_the_time_was_put_off_the_alarm_rings_for_nothing_and_is_set_anew()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        var later = Soon.AddHours(1);
        await ScheduleAsync(cluster.Silos[0], Soon);
        var scheduled = await ScheduleAsync(cluster.Silos[0], later);

        await Eventually.HoldsAsync("the alarm is set to the later time", () => cluster.Reminders.Rows.Single().StartAt > later.AddMinutes(-1));

        Assert.Equal(scheduled.Position.Sequence, await LengthAsync(cluster));
    }

    [Fact]
    public async Task A_time_that_was_taken_back_closes_nothing()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        await ScheduleAsync(cluster.Silos[0], Soon);
        var takenBack = await ScheduleAsync(cluster.Silos[0], null);

        await AlarmIsOffAsync(cluster);

        Assert.Equal(takenBack.Position.Sequence, await LengthAsync(cluster));
    }

    [Fact]
    public async Task Until_a_later_time_is_journalled_the_alarm_stays_with_the_earlier()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        var earlier = Soon.AddHours(1);
        await ScheduleAsync(cluster.Silos[0], earlier);
        var journalled = new ConcurrentQueue<long>();
        cluster.Reminders.Setting = async at =>
        {
            if (at > earlier.UtcDateTime.AddMinutes(1)) journalled.Enqueue(await LengthAsync(cluster));
        };

        var scheduled = await ScheduleAsync(cluster.Silos[0], earlier.AddHours(1));

        await Eventually.HoldsAsync("the alarm is set to the later time", () => !journalled.IsEmpty);
        Assert.All(journalled, length => Assert.Equal(scheduled.Position.Sequence, length));
    }

    [Fact]
    public async Task An_alarm_that_could_not_be_set_is_set_a_little_later()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        await ScheduleAsync(cluster.Silos[0], Soon.AddHours(1));
        var later = Soon.AddHours(2);
        var refusals = 0;
        cluster.Reminders.Setting = _ => ++refusals == 1 ? throw new InvalidOperationException("The table cannot be written to.") : Task.CompletedTask;

        await ScheduleAsync(cluster.Silos[0], later);

        await Eventually.HoldsAsync("the alarm is set to the later time", () => cluster.Reminders.Rows.Single().StartAt > later.UtcDateTime.AddMinutes(-1));
        Assert.Equal(2, refusals);
    }

    [Fact]
    public async Task Who_may_not_close_a_thread_sets_no_alarm()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);

        var outcome = await ThreadCluster.SayAsync(cluster.Silos[0], new ScheduleClose { Actor = Say.Person("ann"), ClosesAt = Soon.AddHours(1) });

        Assert.Equal(RefusalCode.NotAllowed, outcome.Refusal?.Code);
        Assert.Empty(cluster.Reminders.Rows);
    }

    private static DateTimeOffset Soon => TimeProvider.System.GetUtcNow().AddSeconds(2);

    private static async Task<CommandOutcome> ScheduleAsync(InProcessSiloHandle silo, DateTimeOffset? at)
    {
        var outcome = await ThreadCluster.SayAsync(silo, new ScheduleClose { Actor = Say.Person("mo", Roles.Moderator), ClosesAt = at });
        Assert.Null(outcome.Refusal);
        return outcome;
    }

    private static async Task ClosesAsync(IThreadReplica replica, CommandOutcome scheduled)
    {
        var closing = scheduled.Position with { Sequence = scheduled.Position.Sequence + 1 };
        Assert.True(await replica.ReachAsync(closing, Patience, TestContext.Current.CancellationToken), "it did not close");
        Assert.True((await PageAsync(replica)).Closed);
    }

    private static Task AlarmIsOffAsync(ThreadCluster cluster) => Eventually.HoldsAsync("the alarm is off", () => cluster.Reminders.Rows.Count == 0);

    private static async Task<long> LengthAsync(ThreadCluster cluster) =>
        (await cluster.Journal.ReadAsync(Say.Bridge.Journal, 0, 100, TestContext.Current.CancellationToken)).Through;

    private static async Task<ThreadPage> PageAsync(IThreadReplica replica) =>
        await replica.PageAsync(ThreadSort.Newest, null, 10, TestContext.Current.CancellationToken);
}
