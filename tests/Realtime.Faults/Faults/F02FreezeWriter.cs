using Realtime.Faults.Clusters;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

/// <summary>The zombie: a silo that slept through its own burial wakes up with batches in hand.</summary>
internal sealed class F02FreezeWriter : IFault
{
    public string Name => "F2";

    public string Description => "SIGSTOP the hot thread's silo for 60 s, then SIGCONT, while the thread is written elsewhere";

    public bool IsForEveryCommit => true;

    public string? Missing(RunOptions options) => Needs.Redis();

    public async Task RunAsync(FaultRun run)
    {
        await using var cluster = await run.StartAsync(new ClusterPlan { Servers = 3 });
        await using var load = await run.LoadAsync(cluster);
        for (var round = 0; round < run.RoundsOr(2, 1); round++)
        {
            await run.WaitAsync(TimeSpan.FromSeconds(2));
            var zombie = await cluster.WriterOfAsync(load.Hot);
            var fenced = cluster.FencedAppends;
            run.Disturb("SIGSTOP " + zombie);
            zombie.Freeze();
            run.Require(await load.AcknowledgesAsync(TimeSpan.FromSeconds(60)), "nobody took over the hot thread within 60 s");
            await run.WaitAsync(run.Seconds(60, 25));
            zombie.Thaw();
            run.Heal("SIGCONT " + zombie);
            run.Require(await zombie.ExitsWithinAsync(TimeSpan.FromSeconds(60)), "the zombie was still running 60 s after it woke");
            run.Note($"appends of the zombie refused by the store: {cluster.FencedAppends - fenced}");
            await zombie.StartAsync(run.Cancellation);
            await load.AllReadAsync();
        }

        await load.SettleAsync(cluster);
        run.Fenced = cluster.FencedAppends;
    }
}
