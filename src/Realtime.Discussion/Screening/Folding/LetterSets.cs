namespace Realtime.Discussion.Screening.Folding;

/// <summary>
/// Sets of Latin letters as bits. The tables of sounds speak in codes: a small letter is itself, a capital is a sound that people spell in
/// several ways, and a bar is a stroke that may be an i or an l.
/// </summary>
internal static class LetterSets
{
    /// <summary>The one reading of what is not a–z.</summary>
    public const uint Other = 1u << 26;

    private static readonly (char Letter, uint Reads)[] Readings = [.. Enumerable.Range(0, 128).Select(code => ReadingOf((char)code))];
    private static readonly (char Letter, uint Reads)[] Meanings = [.. Enumerable.Range(0, 128).Select(code => MeaningOf((char)code))];

    public static uint Of(string letters)
    {
        var set = 0u;
        foreach (var letter in letters) set |= 1u << (letter - 'a');
        return set;
    }

    /// <summary>What a reader of a comment may take this code for: generous, since the writer may be hiding.</summary>
    public static (char Letter, uint Reads) Reading(char code) => code < 128 ? Readings[code] : (code, Other);

    /// <summary>What an entry of a word list means by this code: only what its writer has said.</summary>
    public static (char Letter, uint Reads) Meaning(char code) => code < 128 ? Meanings[code] : (code, Other);

    /// <summary>Letters that share a reading share a class: the automaton compares classes, the finer check behind it compares readings.</summary>
    public static char ClassOf(char letter) => letter switch
    {
        'l' or 'y' or 'j' => 'i',
        'v' => 'u',
        'x' => 'h',
        'c' or 'q' => 'k',
        _ => letter,
    };

    private static (char Letter, uint Reads) ReadingOf(char code) => code switch
    {
        'y' => ('y', Of("yi")),
        'j' => ('j', Of("jiy")),
        'v' => ('v', Of("vu")),
        'x' => ('x', Of("xh")),
        _ => MeaningOf(code),
    };

    private static (char Letter, uint Reads) MeaningOf(char code) => code switch
    {
        'Y' => ('y', Of("yij")),
        'I' => ('i', Of("iy")),
        'H' => ('h', Of("hx")),
        'K' => ('k', Of("kc")),
        '|' => ('i', Of("il")),
        >= 'a' and <= 'z' => (code, 1u << (code - 'a')),
        _ => (code, Other),
    };
}
