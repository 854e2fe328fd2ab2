using System.Diagnostics;
using System.Globalization;
using Realtime.Benchmarks.Machine;
using Realtime.Benchmarks.Reports;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.Folding;
using Realtime.Discussion.Screening.Words;

namespace Realtime.Benchmarks.Screening;

/// <summary>
/// What screening costs with the longest word lists, in every script and for texts made to be dear: aimed at is less than a millisecond for
/// the longest comment, all local steps together.
/// </summary>
internal static class LongLists
{
    private static readonly int[] Sizes = [300, 10_000];
    private static readonly int[] Growing = [1_000, 10_000, 100_000];

    public static Task RunAsync(Plan plan, CancellationToken cancellation)
    {
        Facts.Print();
        var prose = new Prose(seed: 1);
        var lists = Lists(prose);
        var began = Stopwatch.GetTimestamp();
        var screener = new Screener(new ScreeningPolicy { Words = lists, Limits = new ScreeningLimits { MaxCharacters = Growing[^1] } });
        Console.WriteLine($"{screener.Words.Entries:#,0} entries, {screener.Words.Nodes:#,0} nodes, compiled in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:#,0} ms");
        var writers = Writers(prose, lists);
        PrintSteps(screener, writers, plan.Length, cancellation);
        PrintGrowth(screener, writers, plan.Length, cancellation);
        return Task.CompletedTask;
    }

    private static Dictionary<string, Func<int, string>> Writers(Prose prose, WordLists lists) => new()
    {
        ["Latin"] = length => prose.Text(length),
        ["Cyrillic"] = prose.RussianText,
        ["Armenian"] = prose.ArmenianText,
        ["Arabic"] = prose.ArabicText,
        ["torn and dressed up"] = prose.EvasiveText,
        ["beginnings of entries"] = length => prose.Beginnings(lists.Banned, length),
        ["nothing but entries"] = length => prose.Of(lists.Banned, length),
        ["insult after insult"] = Prose.Insults,
    };

    private static void PrintSteps(Screener screener, Dictionary<string, Func<int, string>> writers, TimeSpan length, CancellationToken cancellation)
    {
        var table = new Table("ms, medians", "folding", "words", "attacks", "other steps", "screened", "at best", "p99");
        var others = new Screener(screener.Policy with { Steps = [.. screener.Policy.Steps.Where(step => step.Step is not (StepNames.Words or StepNames.PersonalAttacks))] }, screener);
        foreach (var size in Sizes)
        {
            foreach (var (name, write) in writers)
            {
                var text = write(size)[..size];
                var (subject, folded) = (new ScreeningSubject { Text = text, At = DateTimeOffset.UnixEpoch }, FoldedText.Of(text));
                double Median(Func<object> work) => Measure(work, length / 4, cancellation).Median;
                double Step(string step) => Median(() => screener.Look(screener.Steps.First(policy => policy.Step == step), subject, folded).ToList());
                var whole = Measure(() => screener.Screen(subject), length, cancellation);
                var folding = Median(() => FoldedText.Of(text));
                table.Add($"{size:#,0} {name}", Number(folding), Number(Step(StepNames.Words)), Number(Step(StepNames.PersonalAttacks)),
                    Number(Median(() => others.Screen(subject)) - folding), Number(whole.Median), Number(whole.Least), Number(whole.At(0.99)));
            }
        }

        table.Print();
    }

    private static void PrintGrowth(Screener screener, Dictionary<string, Func<int, string>> writers, TimeSpan length, CancellationToken cancellation)
    {
        var table = new Table(["ms per 1,000 characters, in a text of", .. Growing.Select(size => $"{size:#,0}")]);
        foreach (var (name, write) in writers)
        {
            table.Add(name, [.. Growing.Select(size =>
            {
                var subject = new ScreeningSubject { Text = write(size)[..size], At = DateTimeOffset.UnixEpoch };
                return Number(Measure(() => screener.Screen(subject), length, cancellation).Median * 1_000 / size);
            })]);
        }

        table.Print();
    }

    private static WordLists Lists(Prose prose) => new()
    {
        Banned = prose.Entries(WordLists.MaxEntries * 6 / 10),
        Suspect = prose.Entries(WordLists.MaxEntries * 3 / 10),
        Allowed = prose.Entries(WordLists.MaxEntries / 10),
    };

    private static Sample Measure(Func<object> work, TimeSpan length, CancellationToken cancellation)
    {
        var cost = new Sample();
        for (var warm = 0; warm < 100; warm++) work();
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < length;)
        {
            cancellation.ThrowIfCancellationRequested();
            var before = Stopwatch.GetTimestamp();
            work();
            cost.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        return cost;
    }

    private static string Number(double milliseconds) => milliseconds.ToString("0.000", CultureInfo.InvariantCulture);
}
