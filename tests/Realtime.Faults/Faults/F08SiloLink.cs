using Realtime.Faults.Clusters;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

internal sealed class F08SiloLink : IFault
{
    public string Name => "F8";

    public string Description => "the link between two silos cut, both ways and one way: one writer per thread survives";

    public string? Missing(RunOptions options) => Needs.Network();

    public async Task RunAsync(FaultRun run)
    {
        await using var cluster = await run.StartAsync(new ClusterPlan { Servers = 3, IsPartitionable = true });
        await using var load = await run.LoadAsync(cluster);
        for (var round = 0; round < run.RoundsOr(2, 1); round++)
        {
            await CutAsync(run, cluster, load, isOneWay: false);
            await CutAsync(run, cluster, load, isOneWay: true);
        }

        await load.SettleAsync(cluster);
        run.Fenced = cluster.FencedAppends;
    }

    private static async Task CutAsync(FaultRun run, Cluster cluster, Load load, bool isOneWay)
    {
        await run.WaitAsync(TimeSpan.FromSeconds(2));
        var writer = await cluster.WriterOfAsync(load.Hot);
        var one = cluster.Servers.ToList().IndexOf(writer);
        var other = (one + 1 + run.Random.Next(2)) % 3;
        run.Disturb($"cut {writer.Name} from {cluster.Servers[other].Name}{(isOneWay ? ", one way" : "")}");
        await cluster.Network!.CutAsync(one, other);
        if (!isOneWay) await cluster.Network.CutAsync(other, one);
        await run.WaitAsync(run.Seconds(40, 20));
        await cluster.Network.HealAsync();
        run.Heal("links between silos");
        run.Require(await load.AcknowledgesAsync(TimeSpan.FromSeconds(30)), "nothing was acknowledged within 30 s of the healing");
        await RestartEndedAsync(run, cluster);
        await load.AllReadAsync();
    }

    /// <summary>A silo that the others voted out ends itself; the platform starts it again.</summary>
    private static async Task RestartEndedAsync(FaultRun run, Cluster cluster)
    {
        foreach (var server in cluster.Servers)
        {
            if (!await server.ExitsWithinAsync(TimeSpan.FromSeconds(5))) continue;
            run.Note($"{server.Name} was voted out and ended");
            await server.StartAsync(run.Cancellation);
        }
    }
}
