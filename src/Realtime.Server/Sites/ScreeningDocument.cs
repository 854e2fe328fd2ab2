using Realtime.Discussion.Screening;
using Realtime.Discussion.Threads;
using Realtime.Server.Refusals;

namespace Realtime.Server.Sites;

/// <summary>How comments are screened. What is left out is as it usually is. Times are whole seconds.</summary>
internal sealed record ScreeningDocument
{
    /// <summary>In the order in which they run; a step that is not named is off.</summary>
    public IReadOnlyList<StepDocument?>? Steps { get; init; }

    public LimitsDocument? Limits { get; init; }

    /// <summary>Whether an author is warned once when their comment would be held for what it says.</summary>
    public bool? Nudges { get; init; }

    public static ScreeningDocument Of(ScreeningPolicy policy) =>
        new() { Steps = [.. policy.Steps.Select(StepDocument.Of)], Limits = LimitsDocument.Of(policy.Limits), Nudges = policy.Nudges };

    public Answer<ScreeningPolicy> Read()
    {
        var (form, usual) = (new WireForm(), new ScreeningPolicy());
        var steps = Steps?.Select((step, i) => (step ?? new StepDocument()).Read(form, $"steps[{i}]")).ToList();
        var policy = new ScreeningPolicy { Steps = steps ?? usual.Steps, Limits = Limits?.Read() ?? usual.Limits, Nudges = Nudges ?? usual.Nudges };
        return form.Mistakes.Count == 0 ? policy : new Refusal(RefusalCode.SettingsInvalid) { Detail = string.Join(' ', form.Mistakes) };
    }
}

internal sealed record StepDocument
{
    /// <summary>
    /// One of <c>length</c>, <c>links</c>, <c>repeats</c>, <c>floods</c>, <c>newCommenter</c>, <c>recentHistory</c>, <c>words</c>, <c>personalAttacks</c>,
    /// <c>toxicity</c>, <c>external</c>.
    /// </summary>
    public string? Step { get; init; }

    public bool? On { get; init; }

    /// <summary>What a finding leads to: <c>allow</c>, <c>hold</c> or <c>reject</c>.</summary>
    public string? Action { get; init; }

    /// <summary>The same, when the server that the step asks is broken.</summary>
    public string? Fallback { get; init; }

    /// <summary>The number of the rule that the step keeps.</summary>
    public int? Rule { get; init; }

    public static StepDocument Of(StepPolicy step) =>
        new() { Step = step.Step, On = step.On, Action = WireForm.NameOf(step.Action), Fallback = WireForm.NameOf(step.Fallback), Rule = step.Rule };

    public StepPolicy Read(WireForm form, string path) => new()
    {
        Step = form.Given($"{path}.step", Step, ""),
        On = On ?? true,
        Action = form.Named($"{path}.action", Action, Verdict.Hold),
        Fallback = form.Named($"{path}.fallback", Fallback, Verdict.Allow),
        Rule = Rule,
    };
}

/// <summary>Where the steps draw their lines.</summary>
internal sealed record LimitsDocument
{
    public int? MinCharacters { get; init; }

    public int? MaxCharacters { get; init; }

    public int? MaxLinks { get; init; }

    /// <summary>Hosts that may be linked to freely.</summary>
    public IReadOnlyList<string>? AllowedHosts { get; init; }

    public double? RepeatSimilarity { get; init; }

    public int? RepeatWithin { get; init; }

    public int? RepeatFromLetters { get; init; }

    public int? FloodComments { get; init; }

    public int? FloodWithin { get; init; }

    public int? NewUntilPublished { get; init; }

    public int? NewUntilAge { get; init; }

    public double? RejectedShare { get; init; }

    public int? RejectedFromComments { get; init; }

    /// <summary>Scores of the toxicity classifier, by label, from which on it is a finding.</summary>
    public IReadOnlyDictionary<string, double>? ToxicityFrom { get; init; }

    public static LimitsDocument Of(ScreeningLimits limits) => new()
    {
        MinCharacters = limits.MinCharacters,
        MaxCharacters = limits.MaxCharacters,
        MaxLinks = limits.MaxLinks,
        AllowedHosts = limits.AllowedHosts,
        RepeatSimilarity = limits.RepeatSimilarity,
        RepeatWithin = WireForm.Seconds(limits.RepeatWithin),
        RepeatFromLetters = limits.RepeatFromLetters,
        FloodComments = limits.FloodComments,
        FloodWithin = WireForm.Seconds(limits.FloodWithin),
        NewUntilPublished = limits.NewUntilPublished,
        NewUntilAge = WireForm.Seconds(limits.NewUntilAge),
        RejectedShare = limits.RejectedShare,
        RejectedFromComments = limits.RejectedFromComments,
        ToxicityFrom = limits.ToxicityFrom,
    };

    public ScreeningLimits Read()
    {
        var usual = new ScreeningLimits();
        return new ScreeningLimits
        {
            MinCharacters = MinCharacters ?? usual.MinCharacters,
            MaxCharacters = MaxCharacters ?? usual.MaxCharacters,
            MaxLinks = MaxLinks ?? usual.MaxLinks,
            AllowedHosts = AllowedHosts ?? usual.AllowedHosts,
            RepeatSimilarity = RepeatSimilarity ?? usual.RepeatSimilarity,
            RepeatWithin = WireForm.Seconds(RepeatWithin) ?? usual.RepeatWithin,
            RepeatFromLetters = RepeatFromLetters ?? usual.RepeatFromLetters,
            FloodComments = FloodComments ?? usual.FloodComments,
            FloodWithin = WireForm.Seconds(FloodWithin) ?? usual.FloodWithin,
            NewUntilPublished = NewUntilPublished ?? usual.NewUntilPublished,
            NewUntilAge = WireForm.Seconds(NewUntilAge) ?? usual.NewUntilAge,
            RejectedShare = RejectedShare ?? usual.RejectedShare,
            RejectedFromComments = RejectedFromComments ?? usual.RejectedFromComments,
            ToxicityFrom = ToxicityFrom ?? usual.ToxicityFrom,
        };
    }
}
