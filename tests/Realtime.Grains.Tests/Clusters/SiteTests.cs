using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Grains.Sites;
using Xunit;

namespace Realtime.Grains.Tests.Clusters;

public class SiteTests
{
    private static readonly SiteId Gazette = Say.Bridge.Site;

    private static readonly Actor Moderator = Say.Person("Mod", Roles.Moderator), Admin = Say.Person("Admin", Roles.Admin);

    [Fact]
    public async Task Settings_reach_every_host()
    {
        await using var cluster = await ThreadCluster.StartAsync(2);
        var copies = await Task.WhenAll(cluster.Silos.Select(OpenAsync));
        var outcome = await ChangeAsync(cluster.Silos[0], new ChangeSettings { Actor = Admin, Settings = new SiteSettings { Locked = true } });

        foreach (var copy in copies)
        {
            Assert.True(await copy.ReachAsync(outcome.Position, ThreadCluster.Patience, CancellationToken.None));
            Assert.True(copy.Site.Settings.Locked);
        }
    }

    [Fact]
    public async Task A_site_survives_the_silo_that_served_it()
    {
        await using var cluster = await ThreadCluster.StartAsync(2);
        await ChangeAsync(cluster.Silos[0], new ChangeSettings { Actor = Admin, Settings = new SiteSettings { Locked = true } });
        await cluster.StopAsync(cluster.Silos[0]);
        Assert.True((await OpenAsync(cluster.Silos[0])).Site.Settings.Locked);
    }

    [Fact]
    public async Task What_moderators_may_not_do_is_refused()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        var outcome = await cluster.Silos[0].ServiceProvider.GetRequiredService<ISiteCommands>()
            .ExecuteAsync(Gazette, new ChangeSettings { Actor = Moderator, Settings = new SiteSettings() });
        Assert.Equal(RefusalCode.NotAllowed, outcome.Refusal?.Code);
    }

    private static async Task<ISiteCopy> OpenAsync(InProcessSiloHandle silo) =>
        await silo.ServiceProvider.GetRequiredService<ISiteCopies>().OpenAsync(Gazette, CancellationToken.None);

    private static async Task<CommandOutcome> ChangeAsync(InProcessSiloHandle silo, SiteCommand command)
    {
        var outcome = await silo.ServiceProvider.GetRequiredService<ISiteCommands>().ExecuteAsync(Gazette, command);
        Assert.Null(outcome.Refusal);
        return outcome;
    }
}
