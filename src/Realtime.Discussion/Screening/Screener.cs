using Realtime.Discussion.Screening.Folding;
using Realtime.Discussion.Screening.Steps;
using Realtime.Discussion.Screening.Words;

namespace Realtime.Discussion.Screening;

/// <summary>
/// A site's policy made ready to screen with: word lists compiled, steps in order. Immutable and safe for any number of threads; a host keeps
/// one per site and puts a new one in its place when the settings change.
/// </summary>
public sealed class Screener
{
    private static readonly Dictionary<string, IScreeningStep> Local = new IScreeningStep[]
    {
        new LengthStep(), new LinksStep(), new RepeatsStep(), new FloodsStep(), new NewCommenterStep(), new RecentHistoryStep(), new WordsStep(),
        new PersonalAttacksStep(),
    }.ToDictionary(step => step.Name);

    /// <param name="policy">A sound policy: see <see cref="ScreeningPolicy.Mistakes"/>.</param>
    /// <param name="previous">The screener to be replaced: its compiled word lists are kept when they have not changed.</param>
    public Screener(ScreeningPolicy policy, Screener? previous = null)
    {
        Policy = policy;
        Words = previous is not null && ReferenceEquals(previous.Policy.Words, policy.Words) ? previous.Words : new WordList(policy.Words);
        Steps = [.. policy.Steps.Where(step => step.On)];
    }

    public ScreeningPolicy Policy { get; }

    public WordList Words { get; }

    /// <summary>The steps that are on, in order.</summary>
    public IReadOnlyList<StepPolicy> Steps { get; }

    /// <summary>Runs every step that needs no other server. For a what-if over existing comments this is all there is to call.</summary>
    public ScreeningOutcome Screen(ScreeningSubject subject)
    {
        if (subject.Author.IsTrusted) return ScreeningOutcome.Clean;
        var folded = FoldedText.Of(subject.Text);
        return Conclude(subject, [.. Steps.Where(step => Local.ContainsKey(step.Step)).SelectMany(step => Look(step, subject, folded))], []);
    }

    /// <summary>What one local step finds; nothing when the step is not a local one.</summary>
    public IEnumerable<Finding> Look(StepPolicy step, ScreeningSubject subject, FoldedText folded) =>
        Local.TryGetValue(step.Step, out var local)
            ? local.Look(new StepInput(subject, folded, Policy.Limits, Words)).Select(observation => Find(step, observation))
            : [];

    /// <summary>Turns what a step has seen into a finding, as strong as the policy wants it.</summary>
    public static Finding Find(StepPolicy step, Observation observation) => new()
    {
        Step = step.Step,
        Verdict = step.Action < observation.AtMost ? step.Action : observation.AtMost,
        Code = observation.Code,
        Rule = step.Rule,
        Spans = observation.Spans,
        Detail = observation.Detail,
    };

    /// <summary>Puts the findings of all steps together, and decides whether the author is warned first.</summary>
    public ScreeningOutcome Conclude(ScreeningSubject subject, IReadOnlyList<Finding> findings, IReadOnlyList<string> tags)
    {
        var screening = new ScreeningOutcome { Findings = findings, Tags = tags };
        return screening.Verdict == Verdict.Hold && Policy.Nudges && !subject.WasWarned ? screening with { Nudge = NudgeFor(findings) } : screening;
    }

    /// <summary>The first rule that rewriting could keep. A finding about the author warns nobody: there is nothing they could rewrite.</summary>
    private Nudge? NudgeFor(IReadOnlyList<Finding> findings) => findings
        .Where(finding => finding is { Verdict: Verdict.Hold, Rule: not null } && StepNames.Rewritable.Contains(finding.Step))
        .Select(finding => (Finding: finding, Rule: Policy.Rules.FirstOrDefault(rule => rule.Number == finding.Rule)))
        .Where(pair => pair.Rule is not null)
        .Select(pair => new Nudge(pair.Finding.Step, pair.Rule!.Number, pair.Rule.Title, pair.Finding.Spans))
        .FirstOrDefault();
}
