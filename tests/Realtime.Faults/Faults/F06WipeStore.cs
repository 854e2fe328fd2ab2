using System.Net;
using Realtime.Faults.Clusters;
using Realtime.Faults.Histories;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

internal sealed class F06WipeStore : IFault
{
    public string Name => "F6";

    public string Description => "the store comes back empty: red within 30 s or announced resets, then everything works again";

    public bool PostsMayFail => true;

    public string? Missing(RunOptions options) => Needs.Redis();

    public async Task RunAsync(FaultRun run)
    {
        run.Expect(new Expectations { StoreForgets = true, ConvergeWithin = TimeSpan.FromSeconds(60) });
        await using var cluster = await run.StartAsync(new ClusterPlan { Servers = 3 });
        await using var load = await run.LoadAsync(cluster);
        await run.WaitAsync(TimeSpan.FromSeconds(4));
        run.Disturb("wipe the store");
        await cluster.Store.KillAsync();
        Directory.Delete(cluster.Store.Directory, recursive: true);
        await cluster.Store.StartAsync(run.Cancellation);
        var red = await Task.WhenAll(cluster.Servers.Select(server => server.BecomesAsync(HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(30), run.Cancellation)));
        run.Note($"{red.Count(isRed => isRed)} of 3 servers turned red or ended within 30 s, {cluster.Servers.Count(server => !server.IsRunning)} ended");
        // An operator's answer to servers that have given up: start them again.
        foreach (var server in cluster.Servers)
        {
            await server.KillAsync();
            await server.StartAsync(run.Cancellation);
        }

        run.Require(await load.AcknowledgesAsync(TimeSpan.FromSeconds(60)), "nothing was acknowledged within 60 s of the restart");
        await load.AllReadAsync();
        await load.SettleAsync(cluster);
        run.Require(red.All(isRed => isRed), "a server stayed ready although its cluster was gone from the store");
    }
}
