using Realtime.Faults.Clusters;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

internal sealed class F14ColdStart : IFault
{
    public string Name => "F14";

    public string Description => "kill -9 the whole cluster, start it again: it comes up alone, stale membership rows included";

    public string? Missing(RunOptions options) => Needs.Redis();

    public async Task RunAsync(FaultRun run)
    {
        await using var cluster = await run.StartAsync(new ClusterPlan { Servers = 3 });
        await using var load = await run.LoadAsync(cluster);
        for (var round = 0; round < run.RoundsOr(3, 1); round++)
        {
            await run.WaitAsync(TimeSpan.FromSeconds(3));
            run.Disturb("kill -9 all servers");
            var began = run.Clock.Now;
            await Task.WhenAll(cluster.Servers.Select(server => server.KillAsync()));
            await Task.WhenAll(cluster.Servers.Select(server => server.StartAsync(run.Cancellation)));
            run.Require(await load.AcknowledgesAsync(TimeSpan.FromSeconds(120)), "nothing was acknowledged within 120 s of the start");
            run.Note($"acknowledging again {run.Clock.Now - began:F0} ms after the kill");
            await load.AllReadAsync();
        }

        await load.SettleAsync(cluster);
        run.Fenced = cluster.FencedAppends;
    }
}
