using System.Diagnostics.Metrics;
using Realtime.Discussion.Screening;

namespace Realtime.Server.Screening;

/// <summary>What an operator counts of screening, under the meter <c>Realtime.Screening</c>.</summary>
internal static class ScreeningMeters
{
    public const string Name = "Realtime.Screening";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Findings = Meter.CreateCounter<long>("realtime.screening.findings", "{finding}", "Findings by step and verdict.");
    private static readonly Counter<long> Verdicts = Meter.CreateCounter<long>("realtime.screening.verdicts", "{comment}", "Comments screened, by the strongest verdict.");
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("realtime.screening.failures", "{request}", "Steps that were broken and followed their fallback, by reason.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("realtime.screening.duration", "s", "From taking a comment in to its verdict.");
    private static readonly Histogram<double> Waits = Meter.CreateHistogram<double>("realtime.screening.remote.duration", "s", "From asking another server to its answer, by step.");

    public static void Found(string step, Verdict verdict) => Findings.Add(1, new("step", step), new("verdict", Word(verdict)));

    public static void Screened(Verdict verdict, TimeSpan duration)
    {
        Verdicts.Add(1, new KeyValuePair<string, object?>("verdict", Word(verdict)));
        Duration.Record(duration.TotalSeconds);
    }

    public static void Failed(string step, RemoteFailureReason reason) => Failures.Add(1, new("step", step), new("reason", reason.ToString()));

    public static void Asked(string step, TimeSpan duration) => Waits.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("step", step));

    private static string Word(Verdict verdict) => verdict switch { Verdict.Reject => "reject", Verdict.Hold => "hold", _ => "allow" };
}
