using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.Words;
using Realtime.Discussion.Threads;
using Realtime.Server.Refusals;

namespace Realtime.Server.Sites;

/// <summary>The discussion policy, for everybody to read. Plain text, never HTML.</summary>
internal sealed record PolicyDocument
{
    public IReadOnlyList<RuleDocument?>? Rules { get; init; }

    public static PolicyDocument Of(ScreeningPolicy policy) =>
        new() { Rules = [.. policy.Rules.Select(rule => new RuleDocument { Number = rule.Number, Title = rule.Title, Text = rule.Text })] };

    public Answer<IReadOnlyList<PolicyRule>> Read()
    {
        var form = new WireForm();
        var rules = form.Given("rules", Rules, []).Select((rule, i) => new PolicyRule(
            form.Given($"rules[{i}].number", rule?.Number, 0), form.Given($"rules[{i}].title", rule?.Title, ""), rule?.Text ?? "")).ToList();
        return form.Mistakes.Count == 0 ? rules : new Refusal(RefusalCode.PolicyInvalid) { Detail = string.Join(' ', form.Mistakes) };
    }
}

internal sealed record RuleDocument
{
    /// <summary>From 1; what findings, decisions and sanctions refer to.</summary>
    public int? Number { get; init; }

    public string? Title { get; init; }

    public string? Text { get; init; }
}

/// <summary>The word lists: words or several words, with a star where a word may go on.</summary>
internal sealed record WordsDocument
{
    /// <summary>The most bytes of a document: 50,000 words of any script, also when the client escapes every letter.</summary>
    public const int MaxBytes = 8 << 20;

    /// <summary>Refused.</summary>
    public IReadOnlyList<string?>? Banned { get; init; }

    /// <summary>Held for a moderator.</summary>
    public IReadOnlyList<string?>? Suspect { get; init; }

    /// <summary>Innocent: a match inside one of these does not count.</summary>
    public IReadOnlyList<string?>? Allowed { get; init; }

    public static WordsDocument Of(WordLists words) => new() { Banned = words.Banned, Suspect = words.Suspect, Allowed = words.Allowed };

    public WordLists Read() => new() { Banned = Entries(Banned), Suspect = Entries(Suspect), Allowed = Entries(Allowed) };

    /// <summary>An entry that is missing is one with a mistake.</summary>
    private static IReadOnlyList<string> Entries(IReadOnlyList<string?>? entries) => [.. (entries ?? []).Select(entry => entry ?? "")];
}
