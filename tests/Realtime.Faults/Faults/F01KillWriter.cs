using Realtime.Faults.Clusters;
using Realtime.Faults.Histories;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

internal sealed class F01KillWriter : IFault
{
    /// <summary>Three silos: a killed one's threads write again within this time.</summary>
    private static readonly TimeSpan WritesAgainWithin = TimeSpan.FromSeconds(5);

    public string Name => "F1";

    public string Description => "kill -9 the silo that writes the hot thread, under load, x20";

    public bool IsForEveryCommit => true;

    public string? Missing(RunOptions options) => Needs.Redis();

    public async Task RunAsync(FaultRun run)
    {
        await using var cluster = await run.StartAsync(new ClusterPlan { Servers = 3 });
        await using var load = await run.LoadAsync(cluster);
        for (var round = 0; round < run.RoundsOr(20, 3); round++)
        {
            await run.WaitAsync(TimeSpan.FromSeconds(1 + run.Random.NextDouble()));
            var victim = await cluster.WriterOfAsync(load.Hot);
            run.Disturb("kill -9 " + victim);
            await victim.KillAsync();
            run.Require(await load.AcknowledgesAsync(TimeSpan.FromSeconds(60)), $"round {round}: nobody wrote the hot thread within 60 s");
            await victim.StartAsync(run.Cancellation);
            run.Heal("restarted " + victim);
            await load.AllReadAsync();
        }

        await load.SettleAsync(cluster);
        run.Fenced = cluster.FencedAppends;
    }

    public void Judge(FaultRun run, History history)
    {
        var gaps = Figures.Of(history).AckGaps;
        run.Require(gaps.Count == 0 || gaps.Max() <= WritesAgainWithin.TotalMilliseconds, $"the hot thread wrote again only after {gaps.DefaultIfEmpty().Max():F0} ms");
        var kills = history.Marks.Where(mark => mark.Kind == MarkKind.Disturbed).ToList();
        var others = history.Sightings.Count(sighting => sighting is { Kind: SightingKind.Lost, Host: { } host }
            && kills.LastOrDefault(kill => kill.At < sighting.At)?.What.EndsWith(host, StringComparison.Ordinal) is not true);
        run.Require(others == 0, $"{others} times a reader on another host lost its connection");
    }
}
