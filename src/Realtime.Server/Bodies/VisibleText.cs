using System.Buffers;
using System.Globalization;
using System.Text;

namespace Realtime.Server.Bodies;

/// <summary>Tells what can be seen from what cannot.</summary>
internal static class VisibleText
{
    /// <summary>Letters and symbols by category that show nothing: Hangul fillers, the empty Braille cell.</summary>
    private static readonly SearchValues<char> Blanks = SearchValues.Create("\u115f\u1160\u3164\uffa0\u2800");

    /// <summary>Embeddings, overrides and isolates: they turn the text behind them around, also text that is not theirs.</summary>
    private static readonly SearchValues<char> Turns = SearchValues.Create("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069");

    /// <summary>Whether there is anything to see: one character that is no space, mark, control or format character.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (IsVisible(rune))
                return true;
        return false;
    }

    public static bool IsVisible(Rune rune) =>
        !IsMark(Rune.GetUnicodeCategory(rune)) && !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && !(rune.IsBmp && Blanks.Contains((char)rune.Value));

    /// <summary>Combining marks, and format characters, which hang on their neighbours as well.</summary>
    public static bool IsMark(UnicodeCategory category) => category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    /// <summary>
    /// Leaves out what reorders neighbouring text. Each block of a comment finds its direction itself (<c>dir="auto"</c>); the marks that only
    /// say a direction (LRM, RLM, ALM) reach no further than themselves, and stay.
    /// </summary>
    public static string WithoutTurns(string text)
    {
        if (!text.AsSpan().ContainsAny(Turns)) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!Turns.Contains(c))
                kept.Append(c);
        return kept.ToString();
    }
}
