using Realtime.Discussion.Screening;
using Xunit;

namespace Realtime.Discussion.Tests.Screening;

public class ScreeningExamplesTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.90;
    private const double LeastRecall = 0.90;

    private static readonly Screener Screener = new(new ScreeningPolicy
    {
        Words = ScreeningExamples.Words,
        Steps = [new StepPolicy { Step = StepNames.Words, Action = Verdict.Reject }, new StepPolicy { Step = StepNames.PersonalAttacks }],
    });

    [Fact]
    public void Precision_and_recall_over_the_examples_are_as_stated()
    {
        var seen = ScreeningExamples.All.Select(example => (Example: example, Outcome: Screen(example))).ToList();
        var bad = seen.Where(pair => pair.Example.Expected > Verdict.Allow).ToList();
        var stopped = seen.Where(pair => pair.Outcome.Verdict > Verdict.Allow).ToList();
        var hits = bad.Count(pair => pair.Outcome.Verdict > Verdict.Allow);
        var (precision, recall) = ((double)hits / stopped.Count, (double)hits / bad.Count);

        output.WriteLine($"{seen.Count} examples, {bad.Count} of them bad: precision {precision:0.000}, recall {recall:0.000}");
        foreach (var (example, outcome) in stopped.Where(pair => pair.Example.Expected == Verdict.Allow))
            output.WriteLine($"  false hit ({outcome.Reason!.Step}: {outcome.Reason.Detail}): {example.Text}");
        foreach (var (example, _) in bad.Where(pair => pair.Outcome.Verdict == Verdict.Allow)) output.WriteLine($"  missed: {example.Text}");
        foreach (var (example, outcome) in bad.Where(pair => pair.Outcome.Verdict > Verdict.Allow && pair.Outcome.Verdict != pair.Example.Expected))
            output.WriteLine($"  {outcome.Verdict} where {example.Expected} was expected: {example.Text}");

        Assert.InRange(seen.Count, 80, int.MaxValue);
        Assert.InRange(precision, LeastPrecision, 1);
        Assert.InRange(recall, LeastRecall, 1);
    }

    [Fact]
    public void Every_finding_points_into_its_text() => Assert.All(ScreeningExamples.All, example =>
        Assert.All(Screen(example).Findings.SelectMany(finding => finding.Spans), span =>
        {
            Assert.InRange(span.Start, 0, example.Text.Length - 1);
            Assert.InRange(span.End, span.Start + 1, example.Text.Length);
        }));

    private static ScreeningOutcome Screen(ScreeningExample example) => Screener.Screen(new ScreeningSubject
    {
        Text = example.Text,
        At = DateTimeOffset.UnixEpoch,
        Thread = new ThreadFacts { Participants = ScreeningExamples.Participants, IsReply = example.IsReply },
    });
}
