using System.Text;

namespace Realtime.Server.Desk;

/// <summary>The beginning of what a comment says, in one line: enough to find it again in a list, and never more than that, however long it is.</summary>
internal static class Excerpts
{
    /// <summary>In UTF-16 code units, the ellipsis included.</summary>
    public const int Longest = 240;

    public static string Of(string text)
    {
        var line = new StringBuilder(Longest);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) && (line.Length == 0 || line[^1] == ' ')) continue;
            if (line.Length + rune.Utf16SequenceLength >= Longest) return line.Append('…').ToString();
            line.Append(Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }

        return line.ToString().TrimEnd();
    }
}
