using System.Text;

namespace Realtime.Server.Bodies;

/// <summary>The forms of a passage: as it is kept, and as it is compared.</summary>
internal static class QuotedText
{
    /// <summary>On one line, without characters that turn text around.</summary>
    public static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var c in VisibleText.WithoutTurns(text))
        {
            if (!char.IsWhiteSpace(c)) collapsed.Append(c);
            else if (collapsed.Length > 0 && collapsed[^1] != ' ') collapsed.Append(' ');
        }

        return collapsed.ToString().TrimEnd();
    }

    /// <summary>
    /// What two spellings of one passage have in common. Phones and word processors change quotation marks, dashes, spaces and invisible
    /// characters on the way through a clipboard; letters they do not change.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Collapse(text.Normalize(NormalizationForm.FormC)).EnumerateRunes())
        {
            if (rune.Value is '\u2026') folded.Append("...");
            else if (rune.IsBmp && Typographic((char)rune.Value) is { } plain) folded.Append(plain);
            else if (Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format) folded.Append(rune.ToString());
        }

        return folded.ToString();
    }

    private static char? Typographic(char c) => c switch
    {
        '“' or '”' or '„' or '‟' or '«' or '»' or '″' => '"',
        '‘' or '’' or '‚' or '‛' or '‹' or '›' or 'ʼ' or '′' or '`' or '´' => '\'',
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
        _ => null,
    };
}
