using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Grains.Commenters;
using Realtime.Grains.Sites;
using Realtime.Testing;
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

    [Fact]
    public async Task What_holds_everywhere_comes_into_the_inboxes_that_the_person_has_and_makes_none()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        var (services, ann, tribune) = (cluster.Silos[0].ServiceProvider, Say.Person("ann"), new SiteId("tribune"));
        var commenters = services.GetRequiredService<ICommenters>();
        await ChangeAsync(cluster.Silos[0], new ChangeSettings { Actor = Admin, Settings = new SiteSettings { Locked = true } });
        await services.GetRequiredService<ISiteCommands>().ExecuteAsync(tribune, new ChangeSettings { Actor = Admin, Settings = new SiteSettings { Locked = true } });
        Assert.Null((await commenters.ExecuteAsync(Gazette, ann.Id, new TellProfile { Actor = ann, IssuedAt = DateTimeOffset.UnixEpoch })).Refusal);
        var inbox = await commenters.OpenAsync(Gazette, ann.Id, CancellationToken.None);

        var ban = new ImposeSanction { Actor = Admin, User = ann.Id, Kind = SanctionKind.Ban, Reason = "rule 1", Everywhere = true };
        Assert.Null((await services.GetRequiredService<ISiteCommands>().ExecuteAsync(Site.Everywhere, ban)).Refusal);

        await Eventually.HoldsAsync("ann is told", () => inbox.State.Readable.FirstOrDefault()?.Item is { Kind: InboxKind.Banned, Reason: "rule 1" });
        Assert.False(await commenters.IsKnownAsync(tribune, ann.Id, CancellationToken.None));
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
