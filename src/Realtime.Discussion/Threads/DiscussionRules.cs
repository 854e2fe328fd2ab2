namespace Realtime.Discussion.Threads;

/// <summary>The rules a thread is kept by (configuration section <c>Discussion</c>).</summary>
public sealed record DiscussionRules
{
    /// <summary>The longest comment, in characters as a person counts them (grapheme clusters).</summary>
    public int MaxCharacters { get; init; } = 10_000;

    /// <summary>The longest passage that a comment may quote, in characters as a person counts them.</summary>
    public int MaxQuoteCharacters { get; init; } = 2_000;

    /// <summary>How long an author may edit a comment after posting it.</summary>
    public TimeSpan EditWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The kinds of reaction on offer. A kind taken off the list can no longer be added; counts stay.</summary>
    public IReadOnlyList<string> Reactions { get; init; } = ["like", "love", "laugh", "surprise", "sad", "angry"];

    /// <summary>Why a comment may be reported. A reason taken off the list can no longer be given; reports stay.</summary>
    public IReadOnlyList<string> ReportReasons { get; init; } = ["offensive", "abusive", "spam", "off_topic", "illegal", "other"];

    /// <summary>Whether the first comment or watch creates an article that the publisher has not described.</summary>
    public bool LazyArticles { get; init; }

    /// <summary>Every mistake, each beginning with the configuration key that it is about; empty when the rules are sound.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (MaxCharacters is < 1 or > 100_000) yield return "Discussion:MaxCharacters must be between 1 and 100000.";
        if (MaxQuoteCharacters is < 1 or > 100_000) yield return "Discussion:MaxQuoteCharacters must be between 1 and 100000.";
        if (EditWindow < TimeSpan.Zero) yield return "Discussion:EditWindow must not be negative.";
        foreach (var mistake in MistakesIn(Reactions, "Discussion:Reactions")) yield return mistake;
        foreach (var mistake in MistakesIn(ReportReasons, "Discussion:ReportReasons")) yield return mistake;
    }

    private static IEnumerable<string> MistakesIn(IReadOnlyList<string> names, string key)
    {
        if (names.Any(name => name is not { Length: > 0 and <= 32 } || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')))
            yield return $"{key} must be names of 1 to 32 letters, digits, '_' or '-'.";
        if (names.Distinct().Count() != names.Count) yield return $"{key} has a name twice.";
    }
}
