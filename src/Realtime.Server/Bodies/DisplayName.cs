using System.Globalization;
using System.Text;

namespace Realtime.Server.Bodies;

/// <summary>
/// The name that readers see beside a comment, made of the one in the token. Unlike a body it is cleaned and cut rather than refused: a name that the
/// publisher's sign-on lets through must not lock anybody out.
/// </summary>
internal static class DisplayName
{
    private const int MaxCharacters = 64;
    private const int MaxMarks = 6;
    private const int MaxUnits = 1024;
    private const char NonJoiner = '\u200c';
    private const char Joiner = '\u200d';

    /// <summary>1 to 64 visible characters, NFC, without control, format or direction characters; null when nothing is left to show.</summary>
    public static string? Clean(string? name)
    {
        if (string.IsNullOrEmpty(name)) return null;
        var cleaned = new StringBuilder();
        var (marks, space) = (0, false);
        foreach (var rune in name.AsSpan(0, Math.Min(name.Length, MaxUnits)).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) (marks, space) = (0, cleaned.Length > 0);
            else if (IsKept(rune, cleaned, space, ref marks))
            {
                if (space) cleaned.Append(' ');
                cleaned.Append(rune.ToString());
                space = false;
            }
        }

        return Cut(cleaned.ToString().TrimEnd(Joiner, NonJoiner).Normalize(NormalizationForm.FormC));
    }

    private static bool IsKept(Rune rune, StringBuilder before, bool afterSpace, ref int marks)
    {
        if (rune == Rune.ReplacementChar) return false;
        if (VisibleText.IsVisible(rune))
        {
            marks = 0;
            return true;
        }

        var category = Rune.GetUnicodeCategory(rune);
        return VisibleText.IsMark(category) && before.Length > 0 && !afterSpace && Joins(rune, category, before[^1]) && ++marks <= MaxMarks;
    }

    /// <summary>Marks sit on a letter. The joiners are spelling in Persian, in Indian scripts and in emoji; behind a Latin letter they only deceive.</summary>
    private static bool Joins(Rune rune, UnicodeCategory category, char before) =>
        category != UnicodeCategory.Format || (rune.Value is Joiner or NonJoiner && before > '\u05ff' && before is not (Joiner or NonJoiner));

    private static string? Cut(string name)
    {
        if (!VisibleText.IsIn(name)) return null;
        var rest = name.AsSpan();
        for (var count = 0; count < MaxCharacters && !rest.IsEmpty; count++) rest = rest[StringInfo.GetNextTextElementLength(rest)..];
        return name[..^rest.Length].TrimEnd();
    }
}
