using Realtime.Faults.Histories;

namespace Realtime.Faults.Runs;

/// <summary>Numbers drawn from a history. Gaps are in milliseconds.</summary>
internal sealed record Figures
{
    public required int Ok { get; init; }

    public required int Failed { get; init; }

    /// <summary>Per disturbance, the longest time without an acknowledgement on the hot thread.</summary>
    public required IReadOnlyList<double> AckGaps { get; init; }

    /// <summary>Per disturbance, the longest time that any reader of the hot thread saw nothing new.</summary>
    public required IReadOnlyList<double> DeliveryGaps { get; init; }

    public required int Resets { get; init; }

    public required int Reconnects { get; init; }

    public required double LongestAttempt { get; init; }

    public static Figures Of(History history, string hot = "hot")
    {
        var acks = history.Posts.Where(post => post.Article == hot && post.Outcome == Outcome.Ok).Select(post => post.Ended).Order().ToList();
        var seen = history.Sightings.Where(sighting => sighting.Article == hot && sighting is { Kind: SightingKind.Changes or SightingKind.Resumed, To: { } to } && to > sighting.From)
            .GroupBy(sighting => sighting.Reader).Select(sightings => sightings.Select(sighting => sighting.At).ToList()).ToList();
        var windows = Windows(history).ToList();
        return new Figures
        {
            Ok = history.Posts.Count(post => post.Outcome == Outcome.Ok),
            Failed = history.Posts.Count(post => post.Outcome != Outcome.Ok),
            AckGaps = [.. windows.Select(window => LongestGap(acks, window))],
            DeliveryGaps = [.. windows.Select(window => seen.Count == 0 ? 0 : seen.Max(times => LongestGap(times, window)))],
            Resets = history.Sightings.Count(sighting => sighting.Kind == SightingKind.Reset),
            Reconnects = history.Sightings.Count(sighting => sighting.Kind == SightingKind.Lost),
            LongestAttempt = history.Posts.Select(post => post.LongestAttempt).DefaultIfEmpty().Max(),
        };
    }

    public static double Median(IReadOnlyList<double> values) => values.Count == 0 ? 0 : values.Order().ElementAt(values.Count / 2);

    public static double Percentile(IReadOnlyList<double> values, double share) =>
        values.Count == 0 ? 0 : values.Order().ElementAt(Math.Min(values.Count - 1, (int)(values.Count * share)));

    /// <summary>From the acknowledged post's beginning to every reader that had it, for the readers and the time asked for.</summary>
    public static List<double> Deliveries(History history, Func<string, bool> reader, double from, double to)
    {
        var began = history.Posts.Where(post => post.Began >= from && post.Began < to).ToDictionary(post => post.Op, post => post.Began);
        return
        [
            .. history.Sightings.Where(sighting => sighting.Kind == SightingKind.Changes && reader(sighting.Reader))
                .SelectMany(sighting => sighting.Comments!.Where(comment => comment is { Change: "posted", Op: not null } && began.ContainsKey(comment.Op))
                    .Select(comment => sighting.At - began[comment.Op!])),
        ];
    }

    /// <summary>From each disturbance to the next, the last one to the end of the load.</summary>
    private static IEnumerable<(double From, double To)> Windows(History history)
    {
        var starts = history.Marks.Where(mark => mark.Kind == MarkKind.Disturbed).Select(mark => mark.At).ToList();
        return starts.Select((from, index) => (from, index + 1 < starts.Count ? starts[index + 1] : history.QuietAt));
    }

    private static double LongestGap(List<double> times, (double From, double To) window)
    {
        var before = times.LastOrDefault(time => time <= window.From, window.From);
        var longest = 0.0;
        foreach (var time in times.Where(time => time > window.From && time <= window.To))
        {
            longest = Math.Max(longest, time - before);
            before = time;
        }

        return before < window.To && longest == 0 ? window.To - before : longest;
    }
}
