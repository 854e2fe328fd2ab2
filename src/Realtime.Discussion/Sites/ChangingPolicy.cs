using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.Words;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Sites;

/// <summary>
/// Put a new discussion policy in place of the one before. For publishers and admins. A step of screening that keeps a rule which is no longer there goes
/// on without one.
/// </summary>
[GenerateSerializer, Immutable, Alias("change-policy")]
public sealed record ChangePolicy : SiteCommand
{
    [Id(0)]
    public required IReadOnlyList<PolicyRule> Rules { get; init; }
}

/// <summary>Put new word lists in place of those before. For moderators too: they meet the words.</summary>
[GenerateSerializer, Immutable, Alias("change-words")]
public sealed record ChangeWords : SiteCommand
{
    [Id(0)]
    public required WordLists Words { get; init; }
}

/// <summary>Say which steps screen comments, in which order, and where they draw their lines. For publishers and admins.</summary>
[GenerateSerializer, Immutable, Alias("change-screening")]
public sealed record ChangeScreening : SiteCommand
{
    [Id(0)]
    public required IReadOnlyList<StepPolicy> Steps { get; init; }

    [Id(1)]
    public required ScreeningLimits Limits { get; init; }

    [Id(2)]
    public required bool Nudges { get; init; }
}

public sealed record PolicyChanged : SiteEvent
{
    public required IReadOnlyList<PolicyRule> Rules { get; init; }
}

public sealed record WordsChanged : SiteEvent
{
    public required WordLists Words { get; init; }
}

public sealed record ScreeningChanged : SiteEvent
{
    public required IReadOnlyList<StepPolicy> Steps { get; init; }

    public required ScreeningLimits Limits { get; init; }

    public required bool Nudges { get; init; }
}

internal static class PolicyRules
{
    private const int MaxRules = 100, MaxTitle = 200, MaxText = 10_000;

    public static Decision Decide(Site site, ChangePolicy command, DateTimeOffset now)
    {
        if (SiteRules.Refuse(command, Permission.ChangePolicy) is { } refusal) return refusal;
        if (SiteRules.Refuse(RefusalCode.PolicyInvalid, Mistakes(command.Rules)) is { } mistaken) return mistaken;
        return command.Rules.SequenceEqual(site.Screening.Rules)
            ? Decision.Already()
            : Decision.Accept(new PolicyChanged { At = now, By = command.Actor.Id, Name = command.Actor.Name, Rules = command.Rules });
    }

    public static Decision Decide(Site site, ChangeWords command, DateTimeOffset now)
    {
        if (SiteRules.Refuse(command, Permission.ChangeWords) is { } refusal) return refusal;
        if (SiteRules.Refuse(RefusalCode.WordsInvalid, command.Words.Mistakes()) is { } mistaken) return mistaken;
        return SiteJson.Same(command.Words, site.Screening.Words)
            ? Decision.Already()
            : Decision.Accept(new WordsChanged { At = now, By = command.Actor.Id, Name = command.Actor.Name, Words = command.Words });
    }

    public static Decision Decide(Site site, ChangeScreening command, DateTimeOffset now)
    {
        if (SiteRules.Refuse(command, Permission.ChangeScreening) is { } refusal) return refusal;
        // The words have been looked at when they came, and looking takes a while.
        var changed = site.Screening with { Steps = command.Steps, Limits = command.Limits, Nudges = command.Nudges, Words = new WordLists() };
        if (SiteRules.Refuse(RefusalCode.SettingsInvalid, changed.Mistakes()) is { } mistaken) return mistaken;
        if (SiteJson.Same(changed, site.Screening with { Words = changed.Words })) return Decision.Already();
        return Decision.Accept(new ScreeningChanged
            { At = now, By = command.Actor.Id, Name = command.Actor.Name, Steps = command.Steps, Limits = command.Limits, Nudges = command.Nudges });
    }

    public static ScreeningPolicy With(ScreeningPolicy policy, IReadOnlyList<PolicyRule> rules)
    {
        var numbers = rules.Select(rule => (int?)rule.Number).ToHashSet();
        return policy with { Rules = rules, Steps = [.. policy.Steps.Select(step => numbers.Contains(step.Rule) ? step : step with { Rule = null })] };
    }

    private static IEnumerable<string> Mistakes(IReadOnlyList<PolicyRule> rules)
    {
        if (rules.Count > MaxRules) yield return $"rules must be at most {MaxRules}.";
        for (var i = 0; i < rules.Count; i++)
        {
            var (number, title, text) = rules[i];
            if (number < 1) yield return $"rules[{i}].number must be at least 1.";
            if (rules.Take(i).Any(rule => rule.Number == number)) yield return $"rules[{i}].number must not be that of another rule.";
            if (string.IsNullOrWhiteSpace(title) || title.Length > MaxTitle || title.Any(char.IsControl))
                yield return $"rules[{i}].title must be a line of 1 to {MaxTitle} characters.";
            if (text.Length > MaxText) yield return $"rules[{i}].text must have at most {MaxText} characters.";
        }
    }
}
