using Realtime.Discussion.Screening.Folding;
using Realtime.Discussion.Screening.Words;

namespace Realtime.Discussion.Screening.Attacks;

/// <param name="Part">What the word does.</param>
/// <param name="Count">Its letters; 0 when nothing known begins here.</param>
/// <param name="Entry">Its place in the lexicon.</param>
internal readonly record struct KnownWord(AttackPart Part, byte Count, ushort Entry)
{
    /// <summary>Whether an attack may hang on it; an addressee alone is none.</summary>
    public bool MayAttack => Part is AttackPart.Insult or AttackPart.Command or AttackPart.Phrase or AttackPart.YourKind;
}

/// <summary>The words of all languages, compiled once. People mix languages in one sentence, so they are one lexicon.</summary>
internal static class AttackLexicon
{
    private static readonly (AttackPart Part, string Entry)[] Entries =
    [
        .. new[] { EnglishAttacks.Lexicon, EasternAttacks.Russian, EasternAttacks.Armenian, ArabicAttacks.Lexicon, WesternAttacks.Lexicon }
            .SelectMany(language => language)
            .SelectMany(part => part.Entries.Split('|').Select(entry => (part.Part, entry))),
    ];

    private static readonly PatternSet Patterns = new(Entries.SelectMany((entry, index) => Spellings.Of(entry.Entry, index)));

    /// <summary>
    /// For each letter what begins there, and how many letters it takes: none for what is not known. The longest wins, then the first in the
    /// lexicon. Null when there is nothing that could make an attack.
    /// </summary>
    public static KnownWord[]? Read(FoldedText text)
    {
        var (known, mayAttack) = (new KnownWord[text.Letters.Length], false);
        Patterns.Search(text, hit =>
        {
            ref var word = ref known[hit.First];
            if (hit.Count < word.Count || hit.Count == word.Count && hit.Entry >= word.Entry) return true;
            word = new KnownWord(Entries[hit.Entry].Part, (byte)hit.Count, (ushort)hit.Entry);
            mayAttack |= word.MayAttack;
            return true;
        });
        return mayAttack ? known : null;
    }
}
