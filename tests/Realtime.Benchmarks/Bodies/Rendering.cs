using System.Diagnostics;
using Microsoft.Extensions.Options;
using Realtime.Benchmarks.Machine;
using Realtime.Benchmarks.Reports;
using Realtime.Discussion.Threads;
using Realtime.Server.Bodies;

namespace Realtime.Benchmarks.Bodies;

/// <summary>Rendering is done once per comment, before the thread sees it; what matters is that nothing that fits the limit costs out of proportion.</summary>
internal static class Rendering
{
    private const int Longest = 10_000;

    private const string Sentence =
        "I have crossed this bridge every day for eleven years, and nobody asked those of us who live on the north bank. The ferry carries half of the children to school. ";

    private static readonly (string Name, string Text)[] Comments =
    [
        ("200 characters, plain", Sentence + "They will not swim."),
        ("200 characters, formatted", Sentence.Replace("nobody", "*nobody*", StringComparison.Ordinal) + "See [the plan](https://example.com/plan)."),
        ("200 characters, Armenian", Repeat("Կամուրջը փակ է արդեն տասնմեկ տարի։ ", 204)),
        ("longest, plain", Repeat(Sentence, Longest)),
        ("longest, formatted", Repeat("*" + Sentence.Trim() + "* ", Longest)),
        ("longest, emoji families", string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 7000))),
        ("longest, one mark on each letter", string.Concat(Enumerable.Repeat("e\u0301\u0323", Longest))),
        ("longest, stars", Repeat("*a **b ", Longest)),
        ("longest, brackets", new string('[', Longest)),
        ("longest, links", Repeat("[a](https://example.com) ", Longest)),
        ("longest, nested quotes", new string('>', Longest / 2) + " a"),
        ("longest, nested lists", Repeat("- ", Longest)),
        ("longest, one line per character", Repeat("a\n", Longest)),
        ("longest, quoted lines", Repeat("> a\n", Longest)),
        ("longest, backticks", Repeat("`a``b```c", Longest)),
        ("longest, script", Repeat("<script>alert(1)</script>", Longest)),
    ];

    public static Task RunAsync(Plan plan, CancellationToken cancellation)
    {
        Facts.Print();
        var bodies = new CommentBodies(Options.Create(new DiscussionRules()));
        var costs = Comments.ToDictionary(comment => comment.Name, _ => new Sample());
        for (var round = 0; round <= plan.Rounds; round++)
        {
            foreach (var (name, text) in Comments)
            {
                var cost = Measure(bodies, text, plan.Length / Comments.Length, cancellation);
                // The first round compiles.
                if (round > 0) costs[name].Add(cost);
            }
        }

        Print(bodies, costs);
        return Task.CompletedTask;
    }

    private static double Measure(CommentBodies bodies, string text, TimeSpan length, CancellationToken cancellation)
    {
        var (began, done) = (Stopwatch.GetTimestamp(), 0);
        do
        {
            cancellation.ThrowIfCancellationRequested();
            bodies.Read(text);
            done++;
        }
        while (Stopwatch.GetElapsedTime(began) < length);
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds / done;
    }

    private static void Print(CommentBodies bodies, Dictionary<string, Sample> costs)
    {
        var table = new Table("comment", "µs", "against the first", "µs per 1,000 characters", "outcome");
        var first = costs.First().Value.Median;
        foreach (var (name, text) in Comments)
        {
            var cost = costs[name].Median;
            var answer = bodies.Read(text);
            var outcome = answer.Refusal?.Code.ToString() ?? $"{answer.Value!.Html.Length:#,0} of HTML";
            table.Add(name, Table.Number(cost), Table.Ratio(cost / first), Table.Number(cost / text.Length * 1000), outcome);
        }

        table.Print();
    }

    private static string Repeat(string part, int length) => string.Concat(Enumerable.Repeat(part, (length / part.Length) + 1))[..length];
}
