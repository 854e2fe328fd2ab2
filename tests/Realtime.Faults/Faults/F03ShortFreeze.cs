using Realtime.Faults.Clusters;
using Realtime.Faults.Histories;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

internal sealed class F03ShortFreeze : IFault
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    public string Name => "F3";

    public string Description => "SIGSTOP the hot thread's silo for 3 s, as a long garbage collection would: only delay";

    public string? Missing(RunOptions options) => Needs.Redis();

    public async Task RunAsync(FaultRun run)
    {
        run.Expect(new Expectations { ResetsAllowed = false });
        await using var cluster = await run.StartAsync(new ClusterPlan { Servers = 3 });
        await using var load = await run.LoadAsync(cluster);
        for (var round = 0; round < run.RoundsOr(5, 2); round++)
        {
            await run.WaitAsync(TimeSpan.FromSeconds(3));
            var frozen = await cluster.WriterOfAsync(load.Hot);
            run.Disturb("SIGSTOP " + frozen);
            frozen.Freeze();
            await run.WaitAsync(Pause);
            frozen.Thaw();
            run.Require(await load.AcknowledgesAsync(TimeSpan.FromSeconds(20)), "the hot thread did not go on within 20 s");
            run.Require(!await frozen.ExitsWithinAsync(TimeSpan.FromSeconds(3)), $"{frozen} was thrown out for pausing {Pause.TotalSeconds} s");
        }

        await load.SettleAsync(cluster);
        run.Fenced = cluster.FencedAppends;
    }

    public void Judge(FaultRun run, History history) => run.Require(Figures.Of(history).Reconnects == 0, "readers lost their connection over a pause");
}
