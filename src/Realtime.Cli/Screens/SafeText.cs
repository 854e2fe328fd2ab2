using System.Globalization;
using System.Text;

namespace Realtime.Cli.Screens;

/// <summary>
/// Other people's words, made harmless for a terminal. A control character can move the cursor, rename the window or type into the shell; a
/// directional override can make one name read as another; a hundred combining marks paint over the lines above. None of them gets through.
/// </summary>
internal static class SafeText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    /// <summary>More than any script needs on one letter.</summary>
    private const int MostMarks = 8;

    /// <summary>One line of text, with one space where there were several.</summary>
    public static string Line(string? text) => string.Join(' ', Clean(text, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Text that keeps its line breaks.</summary>
    public static string Lines(string? text) => Clean(text, "\n");

    /// <summary>One line that does not change the direction of what stands around it. Left as it is when nothing in it runs from right to left.</summary>
    public static string Isolated(string? text)
    {
        var line = Line(text);
        return line.EnumerateRunes().Any(IsRightToLeft) ? $"{FirstStrongIsolate}{line}{PopDirectionalIsolate}" : line;
    }

    private static string Clean(string? text, string lineBreak)
    {
        var clean = new StringBuilder(text?.Length ?? 0);
        var marks = 0;
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (IsLineBreak(rune)) clean.Append(lineBreak);
            else if (rune.Value is '\t') clean.Append(' ');
            else if (marks <= MostMarks && IsHarmless(rune, category)) clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    private static bool IsLineBreak(Rune rune) => rune.Value is '\n' or 0x2028 or 0x2029;

    /// <summary>Of the invisible format characters only the two joiners stay: Persian, the Indic scripts and emoji are written with them.</summary>
    private static bool IsHarmless(Rune rune, UnicodeCategory category) => category switch
    {
        UnicodeCategory.Control => false,
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D,
        _ => true,
    };

    private static bool IsRightToLeft(Rune rune) =>
        rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF)
            or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
