using Realtime.Discussion.Screening.Words;

namespace Realtime.Discussion.Screening;

/// <summary>A paragraph of the publisher's discussion policy.</summary>
[GenerateSerializer, Immutable, Alias("policy-rule")]
public sealed record PolicyRule([property: Id(0)] int Number, [property: Id(1)] string Title, [property: Id(2)] string Text);

/// <summary>How a site wants one step.</summary>
[GenerateSerializer, Immutable, Alias("step-policy")]
public sealed record StepPolicy
{
    [Id(0)]
    public required string Step { get; init; }

    [Id(1)]
    public bool On { get; init; } = true;

    /// <summary>What a finding of this step leads to. (<c>words</c> and <c>external</c> say more precisely themselves, and never more than this.)</summary>
    [Id(2)]
    public Verdict Action { get; init; } = Verdict.Hold;

    /// <summary>What the step says when it is broken: <c>toxicity</c> and <c>external</c> only.</summary>
    [Id(3)]
    public Verdict Fallback { get; init; } = Verdict.Allow;

    /// <summary>The rule of the policy that the step keeps.</summary>
    [Id(4)]
    public int? Rule { get; init; }
}

/// <summary>A site's settings for screening: policy, word lists, steps in their order, limits. Data only; <see cref="Screener"/> applies it.</summary>
[GenerateSerializer, Immutable, Alias("screening-policy")]
public sealed record ScreeningPolicy
{
    [Id(0)]
    public IReadOnlyList<PolicyRule> Rules { get; init; } = [];

    [Id(1)]
    public WordLists Words { get; init; } = new();

    /// <summary>The steps in the order in which they run. A step that is not named is off.</summary>
    [Id(2)]
    public IReadOnlyList<StepPolicy> Steps { get; init; } = Usual;

    [Id(3)]
    public ScreeningLimits Limits { get; init; } = new();

    /// <summary>Whether an author is warned once when their comment would be held for what it says.</summary>
    [Id(4)]
    public bool Nudges { get; init; } = true;

    /// <summary>Every step a new site begins with: what is plainly against any policy is refused or held, what needs another server is off.</summary>
    public static IReadOnlyList<StepPolicy> Usual { get; } =
    [
        new() { Step = StepNames.Length, Action = Verdict.Reject },
        new() { Step = StepNames.Links },
        new() { Step = StepNames.Repeats, Action = Verdict.Reject },
        new() { Step = StepNames.Floods },
        new() { Step = StepNames.NewCommenter, On = false },
        new() { Step = StepNames.RecentHistory },
        new() { Step = StepNames.Words, Action = Verdict.Reject },
        new() { Step = StepNames.PersonalAttacks },
        new() { Step = StepNames.Toxicity, On = false },
        new() { Step = StepNames.External, On = false, Action = Verdict.Reject },
    ];

    /// <summary>Every mistake, each beginning with the setting that it is about; empty when the policy is sound.</summary>
    public IEnumerable<string> Mistakes()
    {
        foreach (var number in Rules.CountBy(rule => rule.Number).Where(count => count.Value > 1)) yield return $"rules names rule {number.Key} twice.";
        foreach (var rule in Rules.Where(rule => rule.Number < 1 || string.IsNullOrWhiteSpace(rule.Title))) yield return $"rules: rule {rule.Number} must have a number from 1 and a title.";
        foreach (var step in Steps.CountBy(step => step.Step).Where(count => count.Value > 1)) yield return $"steps names '{step.Key}' twice.";
        foreach (var step in Steps)
        {
            if (!StepNames.All.Contains(step.Step)) yield return $"steps: there is no step '{step.Step}'; there are {string.Join(", ", StepNames.All)}.";
            if (step.Rule is { } number && Rules.All(rule => rule.Number != number)) yield return $"steps: '{step.Step}' names rule {number}, which the policy does not have.";
        }

        foreach (var mistake in Limits.Mistakes().Concat(Words.Mistakes())) yield return mistake;
    }
}
