using System.Globalization;
using System.Text;

namespace Realtime.Discussion.Screening.Folding;

internal enum Script : byte
{
    Latin,
    Cyrillic,
    Armenian,
    Greek,
    Other,
    Sign,
}

/// <summary>A character that is one letter and nothing else; <see cref="Letter"/> is zero for all others.</summary>
internal readonly record struct SimpleLetter(char Letter, Script Script);

/// <summary>
/// A character without its dress: compatibility forms, case and diacritics taken off. й and ё keep theirs, because they are letters of their
/// own; the marks of Indic scripts stay, because they are vowels.
/// </summary>
internal static class Alphabet
{
    /// <summary>The most letters that one character becomes; the longest ligature of Unicode would be eighteen.</summary>
    public const int LongestPlain = 8;

    /// <summary>Latin, Greek, Cyrillic and Armenian lie before this: what is looked up for every letter is a table up to here.</summary>
    public const int TableEnd = 0x590;

    /// <summary>The planes that people write in: what is asked of Unicode there is kept, a block at a time, because asking costs more than all the rest.</summary>
    private const int KeptEnd = 0x20000;

    private const int BlockSize = 256;

    /// <summary>Letters that Unicode does not take apart.</summary>
    private static readonly Dictionary<int, string> Undivided = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ł'] = "l", ['ħ'] = "h", ['ı'] = "i", ['ŋ'] = "n",
        ['ɑ'] = "a", ['ɡ'] = "g", ['ɩ'] = "i", ['ɪ'] = "i", ['ʟ'] = "l", ['ɴ'] = "n", ['ʀ'] = "r", ['ᴀ'] = "a", ['ᴇ'] = "e", ['ᴏ'] = "o", ['ᴛ'] = "t",
        ['ᴜ'] = "u", ['ᴅ'] = "d", ['ᴋ'] = "k", ['ᴄ'] = "c", ['ǝ'] = "e", ['ə'] = "e", ['й'] = "й", ['ё'] = "ё",
    };

    private static readonly Block?[] Blocks = new Block?[KeptEnd / BlockSize];
    private static readonly Script[] Scripts = [.. Enumerable.Range(0, TableEnd).Select(letter => TellScript((char)letter))];

    /// <summary>The letters and digits in this character; empty when it is invisible or only a mark, null when it divides words.</summary>
    public static string? Plain(Rune rune)
    {
        if (rune.Value >= KeptEnd) return Divide(rune);
        return BlockAt(rune.Value).Plain[rune.Value % BlockSize];
    }

    /// <summary>For every character of this one's block what it is in one letter; nothing where it is none, several, or a symbol.</summary>
    public static SimpleLetter[] SimpleOf(char letter) => BlockAt(letter).Simple;

    /// <summary>Letters that have no Latin spelling are of no script that is folded: they stay as they are, and decide nothing.</summary>
    public static Script ScriptOf(char letter) => letter < TableEnd ? Scripts[letter] : Script.Other;

    /// <summary>Scripts that put no spaces between words: there a word may begin and end anywhere.</summary>
    public static bool IsUnspaced(char letter) =>
        letter >= TableEnd && letter is >= '\u0E00' and <= '\u0EFF' or >= '\u1780' and <= '\u17FF' or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' || char.IsSurrogate(letter);

    private static Script TellScript(char letter) => letter switch
    {
        >= 'a' and <= 'z' => Script.Latin,
        >= '\u0370' and < (char)TableEnd when !Sounds.Has(letter) => Script.Other,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0530' and <= '\u058F' => Script.Armenian,
        >= '\u0370' and <= '\u03FF' => Script.Greek,
        >= '0' and <= '9' => Script.Sign,
        _ => Script.Other,
    };

    private static Block BlockAt(int value) => Blocks[value / BlockSize] ??= new Block(value / BlockSize * BlockSize);

    /// <summary>U+FFFE and its like are no characters: normalising them is an exception.</summary>
    private static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE;

    /// <summary>Signs that stand for letters now and then.</summary>
    public static bool IsSymbol(char c) => c is '@' or '$' or '€' or '!' or '|';

    private static string? Divide(Rune rune)
    {
        if (IsNoCharacter(rune)) return null;
        var lower = Rune.ToLowerInvariant(rune);
        if (Undivided.TryGetValue(lower.Value, out var known)) return known;
        if (rune.Value is >= 0x1F150 and <= 0x1F169) return ((char)('a' + rune.Value - 0x1F150)).ToString();
        if (rune.Value is >= 0x1F170 and <= 0x1F189) return ((char)('a' + rune.Value - 0x1F170)).ToString();
        if (IsInvisible(rune)) return "";

        var plain = new StringBuilder();
        foreach (var part in lower.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
            if (plain.Length < LongestPlain) AppendPlain(plain, part);
        return plain.Length > 0 ? plain.ToString() : null;
    }

    private static void AppendPlain(StringBuilder plain, Rune part)
    {
        var lower = Rune.ToLowerInvariant(part);
        if (IsInvisible(lower)) return;
        if (lower.Value >= 0x80 && Undivided.TryGetValue(lower.Value, out var known)) plain.Append(known);
        else if (Rune.GetUnicodeCategory(lower) == UnicodeCategory.DecimalDigitNumber) plain.Append((char)('0' + (int)Rune.GetNumericValue(lower)));
        else if (Rune.IsLetter(lower) || IsVowelSign(lower)) plain.Append(lower.ToString());
    }

    private static bool IsVowelSign(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber;

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.EnclosingMark
        || rune.Value is >= 0x0300 and <= 0x036F or >= 0x0483 and <= 0x0489 or >= 0x0591 and <= 0x05C7 or >= 0x064B and <= 0x065F or 0x0670 or 0x0640
            or >= 0x1AB0 and <= 0x1AFF or >= 0x1DC0 and <= 0x1DFF or >= 0x20D0 and <= 0x20FF or >= 0xFE00 and <= 0xFE0F or >= 0xFE20 and <= 0xFE2F
            or >= 0xE0100 and <= 0xE01EF or 0x034F or 0x115F or 0x1160 or 0x3164;

    private sealed class Block
    {
        public Block(int first)
        {
            for (var i = 0; i < BlockSize; i++)
            {
                Plain[i] = Rune.IsValid(first + i) ? Divide(new Rune(first + i)) : null;
                if (Plain[i] is [var letter] && !IsSymbol((char)(first + i))) Simple[i] = new SimpleLetter(letter, ScriptOf(letter));
            }
        }

        public string?[] Plain { get; } = new string?[BlockSize];

        public SimpleLetter[] Simple { get; } = new SimpleLetter[BlockSize];
    }
}
