using Realtime.Discussion.Reading;
using Xunit;

namespace Realtime.Grains.Tests.Clusters;

public class ClusterTests
{
    [Fact]
    public async Task A_comment_reaches_the_replicas_of_both_silos()
    {
        await using var cluster = await ThreadCluster.StartAsync(2);
        var replicas = await Task.WhenAll(cluster.Silos.Select(ThreadCluster.ReadAsync));
        Assert.All(replicas, replica => Assert.False(replica.Exists));

        var outcome = await ThreadCluster.SayAsync(cluster.Silos[0], Say.Post("ann", "c1", "hello"));

        foreach (var replica in replicas)
        {
            await ThreadCluster.ReachAsync(replica, outcome);
            var page = await replica.PageAsync(ThreadSort.Newest, null, 10, TestContext.Current.CancellationToken);
            Assert.Equal("<p>hello</p>", Assert.Single(page.Comments).Html);
        }
    }

    [Fact]
    public async Task Comments_that_follow_are_pushed_without_anybody_asking()
    {
        await using var cluster = await ThreadCluster.StartAsync(2);
        var replicas = await Task.WhenAll(cluster.Silos.Select(ThreadCluster.ReadAsync));
        for (var i = 1; i <= 50; i++) await ThreadCluster.SayAsync(cluster.Silos[i % 2], Say.Post("ann", $"c{i}"));

        var outcome = await ThreadCluster.SayAsync(cluster.Silos[0], Say.Post("ben", "last"));

        foreach (var replica in replicas) await ThreadCluster.ReachAsync(replica, outcome);
        Assert.All(replicas, replica => Assert.Equal(51, replica.CommentCount));
    }

    [Fact]
    public async Task After_a_deactivation_the_original_comment_is_answered_again()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        var first = await ThreadCluster.SayAsync(cluster.Silos[0], Say.Post("ann", "c1"));
        await cluster.DeactivateAsync();

        var second = await ThreadCluster.SayAsync(cluster.Silos[0], Say.Post("ann", "c1"));

        Assert.True(second.Repeated);
        Assert.Equal(first.Number, second.Number);
    }

    [Fact]
    public async Task Replicas_find_the_thread_again_after_it_was_deactivated()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        var replica = await ThreadCluster.ReadAsync(cluster.Silos[0]);
        await ThreadCluster.ReachAsync(replica, await ThreadCluster.SayAsync(cluster.Silos[0], Say.Post("ann", "c1")));
        await cluster.DeactivateAsync();

        await ThreadCluster.ReachAsync(replica, await ThreadCluster.SayAsync(cluster.Silos[0], Say.Post("ann", "c2")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_the_threads_silo_goes_readers_of_another_silo_stay_current(bool gracefully)
    {
        await using var cluster = await ThreadCluster.StartAsync(2);
        await ThreadCluster.SayAsync(cluster.Silos[0], Say.Post("ann", "c1"));
        var serving = await cluster.ServingAsync();
        var other = cluster.Silos.Single(silo => silo != serving);
        var replica = await ThreadCluster.ReadAsync(other);
        await ThreadCluster.ReachAsync(replica, await ThreadCluster.SayAsync(other, Say.Post("ann", "c2")));

        await (gracefully ? cluster.StopAsync(serving) : cluster.KillAsync(serving));

        await ThreadCluster.ReachAsync(replica, await ThreadCluster.SayUntilAnsweredAsync(other, Say.Post("ben", "c3")));
        Assert.Equal(3, replica.CommentCount);
    }

    [Fact]
    public async Task A_writer_that_was_replaced_refuses_and_the_next_command_finds_a_fresh_activation()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        await ThreadCluster.SayAsync(cluster.Silos[0], Say.Post("ann", "c1"));
        await cluster.Journal.OpenAsync(Say.Bridge.Journal, TestContext.Current.CancellationToken);

        var refused = await ThreadCluster.SayAsync(cluster.Silos[0], Say.Post("ann", "c2"));
        var accepted = await ThreadCluster.SayUntilAnsweredAsync(cluster.Silos[0], Say.Post("ann", "c2"));

        Assert.Equal(Discussion.Threads.RefusalCode.StoreUnavailable, refused.Refusal?.Code);
        Assert.Equal(2, accepted.Number);
    }

    [Fact]
    public async Task A_journal_that_lost_entries_makes_watching_hosts_start_afresh()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        var replica = await ThreadCluster.ReadAsync(cluster.Silos[0]);
        for (var i = 1; i <= 5; i++) await ThreadCluster.ReachAsync(replica, await ThreadCluster.SayAsync(cluster.Silos[0], Say.Post("ann", $"c{i}")));
        var before = replica.Position;
        cluster.Journal.CutTail(Say.Bridge.Journal, 3);
        await cluster.DeactivateAsync();

        await ThreadCluster.ReachAsync(replica, await ThreadCluster.SayUntilAnsweredAsync(cluster.Silos[0], Say.Post("ben", "new")));
        await ThreadCluster.ReachAsync(replica, new() { Position = new(before.Epoch + 1, 0) });

        Assert.Null(await replica.ChangesAsync(before, 100, TestContext.Current.CancellationToken));
        Assert.Equal(4, replica.CommentCount);
    }
}
