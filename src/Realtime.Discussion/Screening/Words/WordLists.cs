namespace Realtime.Discussion.Screening.Words;

public enum WordListKind
{
    /// <summary>Refused.</summary>
    Banned,

    /// <summary>Held for a moderator.</summary>
    Suspect,

    /// <summary>Innocent: a banned or suspect match inside it does not count.</summary>
    Allowed,
}

/// <summary>
/// A site's word lists as its editors write them. An entry is a word or several words; a star at its beginning or end lets the word go on there
/// (<c>word*</c>). An entry in Cyrillic or Armenian stands for its Latin spellings too.
/// </summary>
[GenerateSerializer, Immutable, Alias("word-lists")]
public sealed record WordLists
{
    public const int MaxEntries = 50_000;

    [Id(0)]
    public IReadOnlyList<string> Banned { get; init; } = [];

    [Id(1)]
    public IReadOnlyList<string> Suspect { get; init; } = [];

    [Id(2)]
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Every mistake, each beginning with the setting that it is about; empty when the lists are sound.</summary>
    public IEnumerable<string> Mistakes() =>
        Mistakes("words:banned", Banned).Concat(Mistakes("words:suspect", Suspect)).Concat(Mistakes("words:allowed", Allowed))
            .Concat(Banned.Count + Suspect.Count + Allowed.Count > MaxEntries ? [$"words must have at most {MaxEntries} entries in all."] : []);

    private static IEnumerable<string> Mistakes(string setting, IReadOnlyList<string> entries)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i] is not { Length: > 0 and <= 2 * Spellings.LongestPattern } entry)
                yield return $"{setting}[{i}] must have 1 to {2 * Spellings.LongestPattern} characters.";
            else if (!Spellings.Of(entry, i).Any())
                yield return $"{setting}[{i}] must have letters or digits, at most {Spellings.LongestPattern}.";
        }
    }
}
