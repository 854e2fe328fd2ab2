using Microsoft.Extensions.DependencyInjection;
using Realtime.Discussion.Identity;
using Realtime.Grains.Projections;
using Realtime.Testing;
using Xunit;

namespace Realtime.Grains.Tests.Clusters;

public class ProjectionTests
{
    [Fact]
    public async Task Projections_hear_of_every_comment()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        for (var i = 1; i <= 20; i++) Assert.Null((await ThreadCluster.SayAsync(cluster.Silos[0], Say.Post("ann", $"a{i}"))).Refusal);
        await CountsAsync(cluster, 20);
        await Eventually.HoldsAsync("Ann's history is complete", async () => await cluster.Projections.CountAsync(Say.Bridge.Site, new UserId("ann"), CancellationToken.None) == 20);
    }

    [Fact]
    public async Task What_a_silo_that_died_has_left_untold_is_told_by_another()
    {
        await using var cluster = await ThreadCluster.StartAsync(2);
        await ThreadCluster.SayAsync(cluster.Silos[0], Say.Post("ann", "first"));
        var serving = await cluster.ServingAsync();
        Assert.Null((await ThreadCluster.SayAsync(serving, Say.Post("ann", "last words"))).Refusal);
        await cluster.KillAsync(serving);
        await CountsAsync(cluster, 2);
    }

    [Fact]
    public async Task A_projection_can_be_made_anew()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        for (var i = 1; i <= 3; i++) await ThreadCluster.SayAsync(cluster.Silos[0], Say.Post("ann", $"a{i}"));
        await CountsAsync(cluster, 3);
        await cluster.Projections.KeepAsync(Say.Bridge, 99);
        var threads = await cluster.Silos[0].ServiceProvider.GetRequiredService<IRebuilding>().RebuildAsync("counts", Say.Bridge.Site, CancellationToken.None);
        Assert.Equal(1, threads);
        await CountsAsync(cluster, 3);
    }

    private static Task CountsAsync(ThreadCluster cluster, int count) => Eventually.HoldsAsync(
        $"the count is {count}", async () => (await cluster.Projections.ReadAsync(Say.Bridge.Site, [Say.Bridge.Article], CancellationToken.None))[0] == count);
}
