using Realtime.Faults.Clusters;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

/// <summary>One server an hour ahead, one an hour behind; then the one ahead is set back while it runs.</summary>
internal sealed class F12Clocks : IFault
{
    public string Name => "F12";

    public string Description => "clocks of the silos an hour apart, one set back while it runs: order and resuming do not care";

    public string? Missing(RunOptions options) => Needs.Clock();

    public async Task RunAsync(FaultRun run)
    {
        var clock = Path.Combine(run.Directory, "clock");
        await File.WriteAllTextAsync(clock, "+3600", run.Cancellation);
        await using var cluster = await run.StartAsync(new ClusterPlan { Servers = 3, Settings = index => ClockOf(index, clock) });
        await using var load = await run.LoadAsync(cluster);
        await run.WaitAsync(run.Seconds(10, 5));
        run.Disturb("set a clock back by two hours");
        await File.WriteAllTextAsync(clock, "-3600", run.Cancellation);
        await run.WaitAsync(run.Seconds(20, 10));
        run.Require(await load.AcknowledgesAsync(TimeSpan.FromSeconds(30)), "nothing was acknowledged after a clock was set back");
        run.Disturb("SIGTERM " + cluster.Servers[1]);
        await cluster.Servers[1].DrainAsync(TimeSpan.FromSeconds(30), run.Clock.Time);
        await cluster.Servers[1].StartAsync(run.Cancellation);
        await load.AllReadAsync();
        await load.SettleAsync(cluster);
        run.Fenced = cluster.FencedAppends;
    }

    private static Dictionary<string, string> ClockOf(int index, string clock) => index switch
    {
        0 => Faked("FAKETIME_TIMESTAMP_FILE", clock),
        1 => Faked("FAKETIME", "-3600"),
        _ => [],
    };

    /// <summary>Only the clock on the wall moves: timers go by the monotonic one, which no operator can set.</summary>
    private static Dictionary<string, string> Faked(string setting, string value) => new()
    {
        ["LD_PRELOAD"] = Needs.FakeTime, ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1", ["FAKETIME_CACHE_DURATION"] = "1", [setting] = value,
    };
}
