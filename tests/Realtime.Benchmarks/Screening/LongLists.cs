using System.Diagnostics;
using Realtime.Benchmarks.Machine;
using Realtime.Benchmarks.Reports;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.Words;

namespace Realtime.Benchmarks.Screening;

/// <summary>Every local step on the longest comment, with the longest word lists: aimed at is less than a millisecond.</summary>
internal static class LongLists
{
    private const int Longest = 10_000;

    public static Task RunAsync(Plan plan, CancellationToken cancellation)
    {
        Facts.Print();
        var prose = new Prose(seed: 1);
        var began = Stopwatch.GetTimestamp();
        var screener = new Screener(new ScreeningPolicy { Words = Lists(prose) });
        Console.WriteLine($"{screener.Words.Entries:#,0} entries, {screener.Words.Nodes:#,0} nodes, compiled in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:#,0} ms");
        var texts = new Dictionary<string, string>
        {
            ["300 characters"] = prose.Text(300),
            ["10,000 characters"] = prose.Text(Longest)[..Longest],
            ["10,000 in Russian"] = prose.RussianText(Longest)[..Longest],
            ["10,000 in Armenian"] = prose.ArmenianText(Longest)[..Longest],
            ["10,000 of torn words"] = prose.EvasiveText(Longest)[..Longest],
        };
        var table = new Table("comment", "ms, best", "p50", "p99", "screened");
        foreach (var (name, text) in texts)
        {
            var cost = Measure(screener, text, plan.Length, cancellation);
            table.Add(name, $"{cost.Least:0.000}", $"{cost.Median:0.000}", $"{cost.At(0.99):0.000}", $"{cost.Count:#,0}");
        }

        table.Print();
        return Task.CompletedTask;
    }

    private static WordLists Lists(Prose prose) => new()
    {
        Banned = prose.Entries(WordLists.MaxEntries * 6 / 10),
        Suspect = prose.Entries(WordLists.MaxEntries * 3 / 10),
        Allowed = prose.Entries(WordLists.MaxEntries / 10),
    };

    private static Sample Measure(Screener screener, string text, TimeSpan length, CancellationToken cancellation)
    {
        var (cost, subject) = (new Sample(), new ScreeningSubject { Text = text, At = DateTimeOffset.UnixEpoch });
        for (var warm = 0; warm < 100; warm++) screener.Screen(subject);
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < length;)
        {
            cancellation.ThrowIfCancellationRequested();
            var before = Stopwatch.GetTimestamp();
            screener.Screen(subject);
            cost.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        return cost;
    }
}
