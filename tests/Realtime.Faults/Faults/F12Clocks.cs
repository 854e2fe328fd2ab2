using Realtime.Faults.Clusters;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

/// <summary>
/// Clocks are set while the servers run. Joining with a wrong one is another matter, because the cluster's membership goes by the wall clock: a silo far
/// behind is turned away, and one far ahead takes the others' last signs of life for old and buries them.
/// </summary>
internal sealed class F12Clocks : IFault
{
    private const string OneHourAhead = "+3600";
    private const string OneHourBehind = "-3600";

    public string Name => "F12";

    public string Description => "set the clocks of two silos an hour ahead and behind while they run, then across: order and resuming do not care";

    public string? Missing(RunOptions options) => Needs.Clock();

    public async Task RunAsync(FaultRun run)
    {
        await SetAsync(run, "+0", "+0");
        await using var cluster = await run.StartAsync(new ClusterPlan { Servers = 3, Settings = index => index < 2 ? Faked(ClockOf(run, index)) : [] });
        await using var load = await run.LoadAsync(cluster);
        await run.WaitAsync(TimeSpan.FromSeconds(3));
        foreach (var (one, other) in new[] { (OneHourAhead, OneHourBehind), (OneHourBehind, OneHourAhead), ("+0", "+0") })
        {
            run.Disturb($"clocks set to {one} and {other} s");
            await SetAsync(run, one, other);
            await run.WaitAsync(run.Seconds(15, 8));
            run.Require(await load.AcknowledgesAsync(TimeSpan.FromSeconds(30)), $"nothing was acknowledged with clocks at {one} and {other} s");
            run.Require(cluster.Servers.All(server => server.IsRunning), $"a server ended with clocks at {one} and {other} s");
        }

        run.Disturb("a server whose clock was wrong leaves and joins again");
        await cluster.Servers[1].DrainAsync(TimeSpan.FromSeconds(30), run.Clock.Time);
        await cluster.Servers[1].StartAsync(run.Cancellation);
        await load.AllReadAsync();
        await load.SettleAsync(cluster);
        run.Fenced = cluster.FencedAppends;
    }

    private static string ClockOf(FaultRun run, int index) => Path.Combine(run.Directory, $"clock{index}");

    private static async Task SetAsync(FaultRun run, string one, string other)
    {
        await File.WriteAllTextAsync(ClockOf(run, 0), one, run.Cancellation);
        await File.WriteAllTextAsync(ClockOf(run, 1), other, run.Cancellation);
    }

    /// <summary>Only the clock on the wall moves: timers go by the monotonic one, which no operator can set.</summary>
    private static Dictionary<string, string> Faked(string clock) => new()
    {
        ["LD_PRELOAD"] = Needs.FakeTime, ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1", ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
        ["FAKETIME_CACHE_DURATION"] = "1", ["FAKETIME_TIMESTAMP_FILE"] = clock,
    };
}
