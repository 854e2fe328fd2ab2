using Realtime.Faults.Clusters;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

/// <summary>
/// Two clusters that know nothing of each other share a store, so that every thread really is active twice, in the product's own code. Each post fences the
/// other's writer; when the strangers leave, one writer is left and everything is whole.
/// </summary>
internal sealed class F17TwoWriters : IFault
{
    public string Name => "F17";

    public string Description => "the same thread active twice, both written to: the store lets exactly one writer win every place";

    public string? Missing(RunOptions options) => Needs.Redis();

    public async Task RunAsync(FaultRun run)
    {
        await using var cluster = await run.StartAsync(new ClusterPlan { Servers = 2 });
        await using var load = await run.LoadAsync(cluster);
        await using var strangers = await run.StartAsync(new ClusterPlan { Servers = 1, SharesStoreOf = cluster });
        run.Disturb("a second cluster writes the same threads");
        await using (var other = await run.LoadAsync(strangers, new LoadPlan { Writers = 3, Readers = 0, Numbering = 100 }))
        {
            await run.WaitAsync(run.Seconds(30, 10));
            await other.StopWritingAsync();
        }

        run.Heal("the second cluster writes no more");
        run.Require(await load.AcknowledgesAsync(TimeSpan.FromSeconds(30)), "nobody acknowledged once there was one writer again");
        var (fenced, strange) = (cluster.FencedAppends, strangers.FencedAppends);
        run.Fenced = fenced + strange;
        run.Require(run.Fenced > 0, "no append was fenced: the thread was never active twice");
        await load.SettleAsync(cluster);
        run.Require(cluster.FencedAppends == fenced, "appends were still fenced when only one writer was left");
    }
}
