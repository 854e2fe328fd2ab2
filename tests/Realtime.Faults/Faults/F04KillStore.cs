using Realtime.Faults.Clusters;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

/// <summary>With one server, so that the restart is all there is to wait for. The embedded store dies with its server: <see cref="KillServer"/>.</summary>
internal sealed class F04KillStore : IFault
{
    private static readonly TimeSpan AcknowledgesWithin = TimeSpan.FromSeconds(10);

    public string Name => "F4";

    public string Description => "kill -9 the store in the middle of batches, x50, with fsync always and everysec";

    public bool IsForEveryCommit => true;

    public string? Missing(RunOptions options) => Needs.Redis();

    public async Task RunAsync(FaultRun run)
    {
        await using var cluster = await run.StartAsync(new ClusterPlan { Fsync = "always" });
        await using var load = await run.LoadAsync(cluster);
        var rounds = run.RoundsOr(50, 8);
        for (var round = 0; round < rounds; round++)
        {
            if (round == rounds / 2) await cluster.Store.DoAsync("CONFIG", "SET", "appendfsync", "everysec");
            await run.WaitAsync(TimeSpan.FromMilliseconds(300 + (700 * run.Random.NextDouble())));
            run.Disturb("kill -9 store");
            await cluster.Store.KillAsync();
            await run.WaitAsync(TimeSpan.FromMilliseconds(500 * run.Random.NextDouble()));
            await cluster.Store.StartAsync(run.Cancellation);
            if (round >= rounds / 2) await cluster.Store.DoAsync("CONFIG", "SET", "appendfsync", "everysec");
            run.Require(await load.AcknowledgesAsync(AcknowledgesWithin), $"round {round}: no post was acknowledged within 10 s of the store's restart");
        }

        await load.SettleAsync(cluster);
        run.Fenced = cluster.FencedAppends;
    }
}
