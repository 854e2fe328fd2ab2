using Realtime.Faults.Clusters;
using Realtime.Faults.Histories;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

internal sealed class F16MixedVersions : IFault
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    public string Name => "F16";

    public string Description => "upgrade a cluster silo by silo from the version before, and back: both versions understand each other";

    public string? Missing(RunOptions options) =>
        Needs.Redis() ?? (options.Previous is null ? "needs a build of the version before: --previous <Realtime.Server.dll>" : File.Exists(options.Previous) ? null : $"{options.Previous} does not exist");

    public async Task RunAsync(FaultRun run)
    {
        run.Expect(new Expectations { ResetsAllowed = false });
        var previous = run.Options.Previous!;
        await using var cluster = await run.StartAsync(new ClusterPlan { Servers = 3, Program = _ => previous });
        await using var load = await run.LoadAsync(cluster);
        foreach (var dll in new[] { run.Options.Server, previous })
        {
            foreach (var server in cluster.Servers)
            {
                await run.WaitAsync(run.Seconds(5, 3));
                run.Disturb($"{server}: {(dll == previous ? "downgrade" : "upgrade")}");
                run.Require(await server.DrainAsync(Grace, run.Clock.Time) is not null, $"{server} had not left after {Grace.TotalSeconds} s");
                await server.StartAsync(run.Cancellation, dll);
                run.Require(await load.AcknowledgesAsync(Grace), $"{server}: nothing was acknowledged in the mixed cluster");
                await load.AllReadAsync();
            }
        }

        await load.SettleAsync(cluster);
        run.Fenced = cluster.FencedAppends;
        var errors = cluster.Servers.Sum(server => server.LogLines("CodecNotFoundException") + server.LogLines("SerializerException") + server.LogLines("UnsupportedWireTypeException"));
        run.Require(errors == 0, $"{errors} lines about serialization in the logs");
    }
}
