using System.Globalization;
using System.Text;
using Realtime.Discussion.Threads;

namespace Realtime.Server.Bodies;

/// <summary>
/// Checks what people type and brings it into one form: NFC, line breaks as <c>\n</c>, no white space around. Control characters and broken Unicode are
/// refused rather than dropped, because no keyboard makes them.
/// </summary>
internal static class WrittenText
{
    /// <summary>
    /// More marks on one letter than any script stacks (the Tibetan ten-letter monogram has eight). Without it a letter grows into its neighbours' lines
    /// ("zalgo"), and putting thousands of marks into canonical order costs the square of their number.
    /// </summary>
    private const int MaxMarks = 10;

    /// <summary>A family of emoji with skin tones has 19 code units; a character without an end is no character.</summary>
    private const int MaxUnitsPerCharacter = 48;

    /// <summary>The length of the whole text in code units, per character allowed: an emoji family has eleven, ordinary scripts have one to four.</summary>
    private const int MaxUnitsOnAverage = 8;

    /// <summary>Null and the text when it may stand; else why not.</summary>
    public static RefusalCode? TryRead(string? written, int maxCharacters, out string text)
    {
        text = "";
        if (written is null) return RefusalCode.CommentEmpty;
        if (written.Length > maxCharacters * MaxUnitsOnAverage) return RefusalCode.CommentTooLong;
        var lines = WithPlainLineBreaks(written);
        if (!IsWellFormed(lines, out var joins)) return RefusalCode.CommentMalformed;
        text = lines.Normalize(NormalizationForm.FormC).Trim();
        if (!VisibleText.IsIn(text)) return RefusalCode.CommentEmpty;
        return joins || text.Length > maxCharacters ? RefuseCharacters(text, maxCharacters) : null;
    }

    private static string WithPlainLineBreaks(string text) =>
        text.AsSpan().IndexOfAny('\r', '\u2028', '\u2029') < 0
            ? text
            : text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\u2028', '\n').Replace('\u2029', '\n');

    /// <param name="text">The text.</param>
    /// <param name="joins">Whether several code units may make one character: then they must be counted as a person does.</param>
    private static bool IsWellFormed(string text, out bool joins)
    {
        joins = false;
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return true;
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < '\u007f' ? c < ' ' && c is not ('\n' or '\t') : c < '\u00a0') return false;
            if (c < '\u0300')
            {
                marks = 0;
                continue;
            }

            if (!Rune.TryGetRuneAt(text, i, out var rune)) return false;
            i += rune.Utf16SequenceLength - 1;
            marks = VisibleText.IsMark(Rune.GetUnicodeCategory(rune)) ? marks + 1 : 0;
            joins |= marks > 0 || !rune.IsBmp || IsJamo(c);
            if (marks > MaxMarks) return false;
        }

        return true;
    }

    /// <summary>Letters of Hangul that make one syllable with their neighbours, without being marks.</summary>
    private static bool IsJamo(char c) => c is (>= '\u1100' and <= '\u11ff') or (>= '\ua960' and <= '\ua97f') or (>= '\ud7b0' and <= '\ud7ff');

    private static RefusalCode? RefuseCharacters(string text, int maxCharacters)
    {
        var rest = text.AsSpan();
        for (var count = 0; rest.Length > 0; count++)
        {
            var length = StringInfo.GetNextTextElementLength(rest);
            if (count == maxCharacters) return RefusalCode.CommentTooLong;
            if (length > MaxUnitsPerCharacter) return RefusalCode.CommentMalformed;
            rest = rest[length..];
        }

        return null;
    }
}
