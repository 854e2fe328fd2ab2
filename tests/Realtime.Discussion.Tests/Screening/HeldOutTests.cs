using Realtime.Discussion.Screening;
using Xunit;

namespace Realtime.Discussion.Tests.Screening;

/// <summary>How well attacks are told that nobody tuned the rules on. Every other comment is a reply, in both sets alike.</summary>
public class HeldOutTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.90;

    private static readonly Screener Screener = new(new ScreeningPolicy { Steps = [new StepPolicy { Step = StepNames.PersonalAttacks }] });

    private static readonly IReadOnlyList<string> Participants = ["Armen", "Ruben", "Anna", "Karl", "Лена", "Сергей", "Армен", "Արամ", "Աննա", "أحمد", "ليلى"];

    private static readonly (string Language, IReadOnlyList<string> Attacks, IReadOnlyList<string> Innocents)[] Sets =
    [
        ("en", HeldOutAttacks.English, HeldOutInnocents.English),
        ("de", HeldOutAttacks.German, HeldOutInnocents.German),
        ("ru", HeldOutAttacks.Russian, HeldOutInnocents.Russian),
        ("hy", HeldOutAttacks.Armenian, HeldOutInnocents.Armenian),
        ("ar", HeldOutAttacks.Arabic, HeldOutInnocents.Arabic),
    ];

    [Fact]
    public void Precision_and_recall_over_the_held_out_examples_are_as_stated()
    {
        var (precision, recall) = Measure(Sets);
        Assert.InRange(precision, LeastPrecision, 1);
        Assert.InRange(recall, 0.65, 1);
    }

    [Fact]
    public void Precision_and_recall_over_the_later_examples_are_as_stated()
    {
        var (precision, recall) = Measure(HeldOutLater.Sets);
        Assert.InRange(precision, LeastPrecision, 1);
        Assert.InRange(recall, 0.60, 1);
    }

    private (double Precision, double Recall) Measure((string Language, IReadOnlyList<string> Attacks, IReadOnlyList<string> Innocents)[] sets)
    {
        var (hits, falseHits) = (0, 0);
        foreach (var (language, attacks, innocents) in sets)
        {
            var missed = attacks.Where((text, index) => !IsHeld(text, index)).ToList();
            var wrong = innocents.Where(IsHeld).ToList();
            hits += attacks.Count - missed.Count;
            falseHits += wrong.Count;
            output.WriteLine($"{language}: {attacks.Count - missed.Count} of {attacks.Count} attacks held, {wrong.Count} of {innocents.Count} innocent ones");
            foreach (var text in missed) output.WriteLine($"  missed: {text}");
            foreach (var text in wrong) output.WriteLine($"  false hit: {text}");
        }

        var (all, innocent) = (sets.Sum(set => set.Attacks.Count), sets.Sum(set => set.Innocents.Count));
        var (precision, recall) = ((double)hits / (hits + falseHits), (double)hits / all);
        output.WriteLine($"{all} attacks, {innocent} innocent: precision {precision:0.000}, recall {recall:0.000}");
        return (precision, recall);
    }

    private static bool IsHeld(string text, int index) => Screener.Screen(new ScreeningSubject
    {
        Text = text,
        At = DateTimeOffset.UnixEpoch,
        Thread = new ThreadFacts { Participants = Participants, IsReply = index % 2 == 0 },
    }).Verdict > Verdict.Allow;
}
