using System.Diagnostics.Metrics;

namespace Realtime.Grains.Aggregates;

/// <summary>What an operator counts of threads, under the meter <c>Realtime.Threads</c>.</summary>
internal static class AggregateMeters
{
    private static readonly Meter Meter = new("Realtime.Threads");
    private static readonly Histogram<double> AppendDuration = Meter.CreateHistogram<double>("realtime.append.duration", "s", "From sending a batch to its acknowledgement.");
    private static readonly Histogram<int> AppendEntries = Meter.CreateHistogram<int>("realtime.append.entries", "{entry}", "Entries per append.");
    private static readonly Counter<long> Pushes = Meter.CreateCounter<long>("realtime.host.pushes", "{call}", "Calls from threads to hosts.");
    private static readonly Counter<long> Repairs = Meter.CreateCounter<long>("realtime.replica.repairs", "{repair}", "Times that a replica read the journal: at a gap, or when the thread was opened anew.");

    private static readonly Counter<long> Projections = Meter.CreateCounter<long>("realtime.projection.comments", "{comment}", "Comments that projections have taken in.");
    private static readonly Counter<long> ProjectionFailures = Meter.CreateCounter<long>("realtime.projection.failures", "{call}", "Times that a projection did not take in what it was told; it is told again.");

    private static long _fenced;
    private static long _epochs;

    /// <summary>What is rare and serious is told from the start: an alert cannot tell a counter that is not there from one that stands still.</summary>
    static AggregateMeters()
    {
        Meter.CreateObservableCounter("realtime.append.fenced", () => Volatile.Read(ref _fenced), "{append}", "Appends refused because another writer has the journal.");
        Meter.CreateObservableCounter("realtime.epochs", () => Volatile.Read(ref _epochs), "{epoch}", "New epochs: entries that readers may have seen were lost, or may have been.");
    }

    public static void Appended(int entries, TimeSpan duration)
    {
        AppendDuration.Record(duration.TotalSeconds);
        AppendEntries.Record(entries);
    }

    public static void Fenced() => Interlocked.Increment(ref _fenced);

    public static void EpochRenewed() => Interlocked.Increment(ref _epochs);

    public static void Projected(string projection, int comments) => Projections.Add(comments, new KeyValuePair<string, object?>("projection", projection));

    public static void ProjectionFailed(string projection) => ProjectionFailures.Add(1, new KeyValuePair<string, object?>("projection", projection));

    public static void Pushed() => Pushes.Add(1);

    public static void Repaired() => Repairs.Add(1);
}
