using Realtime.Faults.Clients;
using Realtime.Faults.Clusters;
using Realtime.Faults.Histories;
using Realtime.Faults.Links;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

internal sealed class F07StoreLink : IFault
{
    /// <summary>"Fails fast" means: before a person gives up.</summary>
    private const double LongestAnswer = 11_000;

    public string Name => "F7";

    public string Description => "the links to the store cut, delayed by 5 s, half-open: posts fail fast, reads go on, nothing happens twice";

    public string? Missing(RunOptions options) => Needs.Redis();

    public async Task RunAsync(FaultRun run)
    {
        await using var cluster = await run.StartAsync(new ClusterPlan { Servers = 3 });
        await using var load = await run.LoadAsync(cluster);
        (string What, LinkTerms Terms)[] troubles = [("cut", LinkTerms.Refusing), ("delayed by 5 s", new LinkTerms { Delay = TimeSpan.FromSeconds(5) }), ("half-open", LinkTerms.HalfOpen)];
        for (var round = 0; round < run.RoundsOr(1, 1); round++)
        {
            foreach (var (what, terms) in troubles) await TroubleAsync(run, cluster, load, what, terms);
        }

        await load.SettleAsync(cluster);
        run.Fenced = cluster.FencedAppends;
    }

    public void Judge(FaultRun run, History history)
    {
        var longest = Figures.Of(history).LongestAttempt;
        run.Require(longest <= LongestAnswer, $"a post waited {longest:F0} ms for its answer");
    }

    private static async Task TroubleAsync(FaultRun run, Cluster cluster, Load load, string what, LinkTerms terms)
    {
        run.Disturb("store links " + what);
        foreach (var link in cluster.StoreLinks) link.Terms = terms;
        if (terms.Refuses) foreach (var link in cluster.StoreLinks) link.Cut();
        var ends = run.Clock.Now + 15_000;
        while (run.Clock.Now < ends)
        {
            var host = cluster.Hosts.Pick(run.Random);
            try
            {
                await load.Api.GetAsync(host, Api.Thread(load.Hot) + "/comments", run.Cancellation);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                run.Require(false, $"store links {what}: {host} could not be read from: {e.Message}");
            }

            await run.WaitAsync(TimeSpan.FromMilliseconds(500));
        }

        foreach (var link in cluster.StoreLinks) link.Terms = LinkTerms.Healthy;
        run.Heal("store links " + what);
        run.Require(await load.AcknowledgesAsync(TimeSpan.FromSeconds(30)), $"store links {what}: nothing was acknowledged within 30 s of the healing");
    }
}
