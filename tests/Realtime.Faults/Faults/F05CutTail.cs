using Realtime.Faults.Clusters;
using Realtime.Faults.Histories;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

/// <summary>A power loss takes the last second of the journal. Odd rounds take the servers as well, so that only readers know what is missing.</summary>
internal sealed class F05CutTail : IFault
{
    public string Name => "F5";

    public string Description => "restart the store with the tail of its append-only file cut off: re-append or announce, never silence";

    public string? Missing(RunOptions options) => Needs.Redis();

    public async Task RunAsync(FaultRun run)
    {
        run.Expect(new Expectations { StoreForgets = true });
        await using var cluster = await run.StartAsync(new ClusterPlan { Servers = 1 });
        await using var load = await run.LoadAsync(cluster);
        for (var round = 0; round < run.RoundsOr(6, 2); round++)
        {
            await run.WaitAsync(TimeSpan.FromSeconds(3));
            run.Disturb("cut the store's tail");
            await Task.WhenAll(cluster.Store.KillAsync(), round % 2 == 1 ? cluster.Servers[0].KillAsync() : Task.CompletedTask);
            cluster.Store.CutTail(2_000 + run.Random.Next(20_000));
            await cluster.Store.StartAsync(run.Cancellation);
            if (round % 2 == 1) await cluster.Servers[0].StartAsync(run.Cancellation);
            run.Require(await load.AcknowledgesAsync(TimeSpan.FromSeconds(30)), $"round {round}: nothing was acknowledged within 30 s");
            await load.AllReadAsync();
        }

        await load.SettleAsync(cluster);
        run.Fenced = cluster.FencedAppends;
    }
}
