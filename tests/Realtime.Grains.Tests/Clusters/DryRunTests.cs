using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Screening.Words;
using Realtime.Grains.DryRuns;
using Realtime.Testing;
using Xunit;

namespace Realtime.Grains.Tests.Clusters;

public class DryRunTests
{
    private static readonly SiteId Gazette = Say.Bridge.Site;

    private static readonly UserId Mira = new("mira"), Anahit = new("anahit");

    private static readonly WordLists Lists = new() { Banned = ["blorp"], Suspect = ["ferry"] };

    [Fact]
    public async Task Every_silo_knows_of_a_run_and_of_what_it_proposes()
    {
        await using var cluster = await ThreadCluster.StartAsync(2);
        await PostAsync(cluster, "A blorp!", "A bridge.", "The ferry.");
        var id = await Of(cluster.Silos[0]).BeginAsync(Gazette, Mira, Lists);

        foreach (var silo in cluster.Silos)
        {
            var report = await DoneAsync(silo, id!);
            Assert.Equal((1, 3, 1, 1, 0), (report.Threads, report.Comments, report.Hold, report.Reject, report.Release));
            Assert.Equal([(1, "blorp"), (3, "ferry")], report.Changes.Select(change => (change.Number, change.Matches[0].Entry)));
            var proposal = await Of(silo).ProposalAsync(Gazette, id!);
            Assert.Equal([(1, Decisions.Reject), (3, Decisions.Hold)], proposal!.Threads.SelectMany(thread => thread.Proposed).Select(one => (one.Number, one.Decision)));
            Assert.Equal(["blorp"], proposal.Outcome.Lists.Banned);
        }
    }

    [Fact]
    public async Task With_its_silo_a_run_is_lost_and_another_can_begin()
    {
        await using var cluster = await ThreadCluster.StartAsync(2);
        await PostAsync(cluster, "A blorp!");
        var (first, second) = (Of(cluster.Silos[0]), Of(cluster.Silos[1]));
        var ids = new List<string>();
        // One site's runs are in one silo: of several sites each silo has some.
        var sites = Enumerable.Range(0, 16).Select(n => new SiteId($"gazette-{n}")).ToList();
        foreach (var site in sites) ids.Add((await first.BeginAsync(site, Mira, Lists))!);

        await cluster.StopAsync(cluster.Silos[0]);

        var known = await Task.WhenAll(sites.Zip(ids, second.ReadAsync));
        Assert.Contains(null, known);
        foreach (var lost in sites.Where((_, n) => known[n] is null)) Assert.NotNull(await second.BeginAsync(lost, Anahit, Lists));
    }

    [Fact]
    public async Task One_run_at_a_time_goes_on_at_a_site_and_a_new_one_of_the_same_person_ends_theirs_before()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        await PostAsync(cluster, "A blorp!");
        var runs = Of(cluster.Silos[0]);
        cluster.Projections.HoldThreads();

        var first = await runs.BeginAsync(Gazette, Mira, Lists);
        Assert.Null(await runs.BeginAsync(Gazette, Anahit, Lists));
        Assert.NotNull(await runs.BeginAsync(new SiteId("another"), Anahit, Lists));
        var second = await runs.BeginAsync(Gazette, Mira, Lists);
        Assert.Null(await runs.ReadAsync(Gazette, first!));
        Assert.False((await runs.ReadAsync(Gazette, second!))!.Done);

        Assert.True(await runs.CancelAsync(Gazette, second!));
        Assert.Null(await runs.ReadAsync(Gazette, second!));
        Assert.False(await runs.CancelAsync(Gazette, second!));
        Assert.NotNull(await runs.BeginAsync(Gazette, Anahit, Lists));
    }

    [Fact]
    public async Task Of_many_people_the_last_runs_are_kept()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        var ids = new List<string>();
        foreach (var n in Enumerable.Range(0, 6))
        {
            ids.Add((await Of(cluster.Silos[0]).BeginAsync(Gazette, new UserId($"person-{n}"), Lists))!);
            await DoneAsync(cluster.Silos[0], ids[^1]);
        }

        var known = await Task.WhenAll(ids.Select(id => Of(cluster.Silos[0]).ReadAsync(Gazette, id)));

        Assert.Equal([false, false, true, true, true, true], known.Select(report => report is not null));
    }

    private static IDryRuns Of(InProcessSiloHandle silo) => silo.ServiceProvider.GetRequiredService<IDryRuns>();

    private static async Task PostAsync(ThreadCluster cluster, params string[] bodies)
    {
        foreach (var (i, body) in bodies.Index())
            Assert.Null((await ThreadCluster.SayAsync(cluster.Silos[0], Say.Post("Ani", $"id-{i}", body))).Refusal);
    }

    private static async Task<DryRunReport> DoneAsync(InProcessSiloHandle silo, string id)
    {
        DryRunReport? report = null;
        await Eventually.HoldsAsync("the run is done", async () => (report = await Of(silo).ReadAsync(Gazette, id)) is { Done: true });
        return report!;
    }
}
