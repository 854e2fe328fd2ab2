using Realtime.Discussion.Identity;
using Realtime.Grains.Feeds;
using Realtime.Grains.Replicas;
using Realtime.Testing;
using Xunit;

namespace Realtime.Grains.Tests.Clusters;

public class AttendanceTests
{
    private static readonly Author Ann = new(new UserId("ann"), "Ann");

    [Fact]
    public async Task Hosts_hear_who_is_there_on_the_others()
    {
        await using var cluster = await ThreadCluster.StartAsync(2);
        var replicas = await Task.WhenAll(cluster.Silos.Select(ThreadCluster.ReadAsync));

        replicas[0].Attend(new Attendance(2, [Ann]));
        replicas[1].Attend(new Attendance(3, []));

        await HearsAsync(replicas[0], new Attendance(3, []));
        await HearsAsync(replicas[1], new Attendance(2, [Ann]));
    }

    [Fact]
    public async Task Followers_are_called_when_others_come_and_go()
    {
        await using var cluster = await ThreadCluster.StartAsync(2);
        var replicas = await Task.WhenAll(cluster.Silos.Select(ThreadCluster.ReadAsync));
        var heard = new List<int>();
        using var following = replicas[0].Follow(() => { }, () => heard.Add(replicas[0].Elsewhere.Readers));
        replicas[0].Attend(new Attendance(1, []));

        replicas[1].Attend(new Attendance(5, []));
        await HearsAsync(replicas[0], new Attendance(5, []));
        replicas[1].Attend(Attendance.Nobody);
        await HearsAsync(replicas[0], Attendance.Nobody);

        await Eventually.HoldsAsync("it was called for both", () => heard.SequenceEqual([5, 0]));
    }

    [Fact]
    public async Task After_the_thread_has_moved_everybody_is_counted_again()
    {
        await using var cluster = await ThreadCluster.StartAsync(2);
        var replicas = await Task.WhenAll(cluster.Silos.Select(ThreadCluster.ReadAsync));
        replicas[0].Attend(new Attendance(2, []));
        replicas[1].Attend(new Attendance(3, []));
        await HearsAsync(replicas[0], new Attendance(3, []));
        await cluster.DeactivateAsync();

        replicas[1].Attend(new Attendance(4, []));

        await HearsAsync(replicas[0], new Attendance(4, []));
        await HearsAsync(replicas[1], new Attendance(2, []));
    }

    [Fact]
    public async Task The_readers_of_a_silo_that_stops_are_no_longer_there()
    {
        await using var cluster = await ThreadCluster.StartAsync(2);
        var (staying, leaving) = (await ThreadCluster.ReadAsync(cluster.Silos[0]), await ThreadCluster.ReadAsync(cluster.Silos[1]));
        staying.Attend(new Attendance(1, []));
        leaving.Attend(new Attendance(3, []));
        await HearsAsync(staying, new Attendance(3, []));

        await cluster.StopAsync(cluster.Silos[1]);

        await HearsAsync(staying, Attendance.Nobody);
    }

    private static Task HearsAsync(IThreadReplica replica, Attendance elsewhere) =>
        Eventually.HoldsAsync($"it hears of {elsewhere.Readers} elsewhere", () => replica.Elsewhere.Equals(elsewhere));
}
