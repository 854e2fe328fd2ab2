using Realtime.Faults.Clusters;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

/// <summary>The single server with its embedded store: what was acknowledged must outlive the process at any moment.</summary>
internal sealed class KillServer : IFault
{
    public string Name => "kill-server";

    public string Description => "kill -9 the one server with the embedded store, under load, x20";

    public async Task RunAsync(FaultRun run)
    {
        await using var cluster = await run.StartAsync(new ClusterPlan { IsEmbedded = true });
        await using var load = await run.LoadAsync(cluster);
        var server = cluster.Servers[0];
        for (var round = 0; round < run.RoundsOr(20, 5); round++)
        {
            await run.WaitAsync(TimeSpan.FromSeconds(0.5 + (2 * run.Random.NextDouble())));
            run.Disturb("kill -9 " + server.Name);
            await server.KillAsync();
            await server.StartAsync(run.Cancellation);
            run.Require(await load.AcknowledgesAsync(TimeSpan.FromSeconds(60)), "no post was acknowledged within 60 s of the restart");
            await load.AllReadAsync();
        }

        await load.SettleAsync(cluster);
    }
}
