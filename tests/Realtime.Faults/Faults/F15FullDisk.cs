using System.Net;
using Realtime.Faults.Clients;
using Realtime.Faults.Clusters;
using Realtime.Faults.Processes;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

/// <summary>The store lives on a small file system of its own that can be filled; then it is made a replica of nobody, which refuses writes.</summary>
internal sealed class F15FullDisk : IFault
{
    private const int Megabytes = 64;

    public string Name => "F15";

    public string Description => "the store's disk full, then the store read-only: acknowledgements stop, reads go on, all recovers without a restart";

    public string? Missing(RunOptions options) => Needs.Mount();

    public async Task RunAsync(FaultRun run)
    {
        var disk = Path.Combine(run.Directory, "disk");
        Directory.CreateDirectory(disk);
        await ChildProcess.RunAsync("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "tmpfs", disk);
        try
        {
            await using var cluster = await run.StartAsync(new ClusterPlan { StoreDirectory = disk });
            await using var load = await run.LoadAsync(cluster);
            await TroubleAsync(run, cluster, load, "disk full", () => FillAsync(disk), () => EmptyAsync(disk));
            await TroubleAsync(run, cluster, load, "store read-only", () => cluster.Store.DoAsync("REPLICAOF", "127.0.0.1", "1"), () => cluster.Store.DoAsync("REPLICAOF", "NO", "ONE"));
            await load.SettleAsync(cluster);
            run.Fenced = cluster.FencedAppends;
        }
        finally
        {
            await ChildProcess.RunAsync("umount", "-l", disk);
        }
    }

    private static async Task TroubleAsync(FaultRun run, Cluster cluster, Load load, string what, Func<Task> begin, Func<Task> end)
    {
        await run.WaitAsync(TimeSpan.FromSeconds(2));
        run.Disturb(what);
        await begin();
        run.Require(await cluster.Servers[0].BecomesAsync(HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(30), run.Cancellation), $"{what}: the server stayed ready");
        var page = await load.Api.GetAsync(cluster.Hosts.Addresses[0], Api.Thread(load.Hot) + "/comments", run.Cancellation);
        run.Require(page.GetProperty("comments").GetArrayLength() > 0, $"{what}: nothing could be read");
        var acknowledged = load.Acknowledged;
        await run.WaitAsync(TimeSpan.FromSeconds(3));
        run.Require(load.Acknowledged == acknowledged, $"{what}: {load.Acknowledged - acknowledged} posts were acknowledged all the same");
        await end();
        run.Heal(what);
        run.Require(await load.AcknowledgesAsync(TimeSpan.FromSeconds(30)), $"{what}: nothing was acknowledged within 30 s of its end");
        run.Require(await cluster.Servers[0].BecomesAsync(HttpStatusCode.OK, TimeSpan.FromSeconds(30), run.Cancellation), $"{what}: the server did not become ready again");
    }

    private static async Task FillAsync(string disk)
    {
        await using var file = new FileStream(Path.Combine(disk, "ballast"), FileMode.Create);
        try
        {
            for (var written = 0; written < Megabytes * 16; written++) await file.WriteAsync(new byte[64 * 1024]);
            await file.FlushAsync();
        }
        catch (IOException)
        {
            // Full: that was the aim.
        }
    }

    private static Task EmptyAsync(string disk)
    {
        File.Delete(Path.Combine(disk, "ballast"));
        return Task.CompletedTask;
    }
}
