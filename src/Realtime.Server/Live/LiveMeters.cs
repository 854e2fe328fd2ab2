using System.Diagnostics.Metrics;

namespace Realtime.Server.Live;

/// <summary>What an operator counts of live delivery, under the meter <c>Realtime.Live</c>.</summary>
internal static class LiveMeters
{
    private static readonly Meter Meter = new("Realtime.Live");
    private static readonly UpDownCounter<long> Connections = Meter.CreateUpDownCounter<long>("realtime.live.connections", "{connection}", "Open hub connections.");
    private static readonly UpDownCounter<long> Watches = Meter.CreateUpDownCounter<long>("realtime.live.watches", "{watch}", "Threads watched, summed over connections.");
    private static readonly Counter<long> Frames = Meter.CreateCounter<long>("realtime.live.frames", "{frame}", "Frames encoded for the readers of a thread.");
    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("realtime.live.deliveries", "{write}", "Frames written to connections.");
    private static readonly Counter<long> CatchUps = Meter.CreateCounter<long>("realtime.live.catchups", "{frame}", "Frames made for a reader who had fallen behind the recent ones.");
    private static readonly Counter<long> Resets = Meter.CreateCounter<long>("realtime.live.resets", "{reset}", "Readers told to start afresh.");
    private static readonly Counter<long> Stalled = Meter.CreateCounter<long>("realtime.live.stalled", "{connection}", "Connections closed because they took nothing for too long.");
    private static readonly Histogram<double> FanOut = Meter.CreateHistogram<double>("realtime.live.fanout.duration", "s", "Time to hand one frame to every reader of a thread.");

    public static void Connected(int by) => Connections.Add(by);

    public static void Watching(int by) => Watches.Add(by);

    public static void Published(int readers, TimeSpan duration)
    {
        Frames.Add(1);
        Deliveries.Add(readers);
        FanOut.Record(duration.TotalSeconds);
    }

    public static void CaughtUp() => CatchUps.Add(1);

    public static void WasReset() => Resets.Add(1);

    public static void ClosedStalled() => Stalled.Add(1);
}
