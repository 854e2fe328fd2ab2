using Realtime.Faults.Clusters;
using Realtime.Faults.Histories;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

internal sealed class F11RollingRestart : IFault
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    public string Name => "F11";

    public string Description => "SIGTERM and restart all silos one by one, under load: nobody notices";

    public bool IsForEveryCommit => true;

    public string? Missing(RunOptions options) => Needs.Redis();

    public async Task RunAsync(FaultRun run)
    {
        run.Expect(new Expectations { ResetsAllowed = false });
        await using var cluster = await run.StartAsync(new ClusterPlan { Servers = 3 });
        await using var load = await run.LoadAsync(cluster);
        for (var round = 0; round < run.RoundsOr(3, 1); round++)
        {
            foreach (var server in cluster.Servers)
            {
                await run.WaitAsync(TimeSpan.FromSeconds(2));
                run.Disturb("SIGTERM " + server);
                var took = await server.DrainAsync(Grace, run.Clock.Time);
                run.Require(took is not null, $"{server} had not left after {Grace.TotalSeconds} s");
                run.Measure("ms to leave", took?.TotalMilliseconds ?? Grace.TotalMilliseconds, Grace.TotalMilliseconds);
                await server.StartAsync(run.Cancellation);
                await load.AllReadAsync();
            }
        }

        await load.SettleAsync(cluster);
        run.Fenced = cluster.FencedAppends;
    }

    public void Judge(FaultRun run, History history)
    {
        var sentAway = history.Sightings.Count(sighting => sighting.Kind == SightingKind.Draining);
        run.Note($"{sentAway} readers were told to go, {Figures.Of(history).Reconnects} were cut");
        run.Require(sentAway > 0, "no reader was told that its host leaves");
    }
}
