using Realtime.Discussion.Screening.Folding;
using Realtime.Discussion.Screening.Words;

namespace Realtime.Discussion.Screening.Attacks;

/// <summary>The words of all languages, compiled once. People mix languages in one sentence, so they are one lexicon.</summary>
internal static class AttackLexicon
{
    private static readonly (AttackPart Part, string Entry)[] Entries =
    [
        .. new[] { EnglishAttacks.Lexicon, EasternAttacks.Russian, EasternAttacks.Armenian, WesternAttacks.Lexicon }
            .SelectMany(language => language)
            .SelectMany(part => part.Entries.Split('|').Select(entry => (part.Part, entry))),
    ];

    private static readonly PatternSet Patterns = new(Entries.SelectMany((entry, index) => Spellings.Of(entry.Entry, index)));

    /// <summary>For each letter at which something known begins: what it is, and how many letters it takes. The longest wins, then the first in the lexicon.</summary>
    public static Dictionary<int, (AttackPart Part, int Count)> Read(FoldedText text)
    {
        var known = new Dictionary<int, (int Entry, int Count)>();
        Patterns.Search(text, hit =>
        {
            if (!known.TryGetValue(hit.First, out var other) || (hit.Count, -hit.Entry).CompareTo((other.Count, -other.Entry)) > 0)
                known[hit.First] = (hit.Entry, hit.Count);
            return true;
        });
        return known.ToDictionary(pair => pair.Key, pair => (Entries[pair.Value.Entry].Part, pair.Value.Count));
    }
}
