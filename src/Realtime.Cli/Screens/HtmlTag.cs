using System.Net;

namespace Realtime.Cli.Screens;

/// <summary>A tag of a comment's HTML: <paramref name="Name"/> in lower case, <paramref name="End"/> the index behind it.</summary>
internal readonly record struct HtmlTag(string Name, bool Closes, string? Link, int End)
{
    /// <summary>The tag that begins at <paramref name="start"/>; null when a lone angle bracket stands there, which is text.</summary>
    public static HtmlTag? At(string html, int start)
    {
        var closes = start + 1 < html.Length && html[start + 1] == '/';
        var name = start + (closes ? 2 : 1);
        if (name >= html.Length || !char.IsAsciiLetter(html[name])) return null;
        if (EndOf(html, name) is not { } end) return null;
        var nameEnd = name;
        while (char.IsAsciiLetterOrDigit(html[nameEnd])) nameEnd++;
        var tag = html[name..nameEnd].ToLowerInvariant();
        return new HtmlTag(tag, closes, tag == "a" && !closes ? LinkIn(html[nameEnd..(end - 1)]) : null, end);
    }

    /// <summary>Behind the closing bracket; one inside an attribute's quotes does not count.</summary>
    private static int? EndOf(string html, int from)
    {
        var quote = '\0';
        for (var at = from; at < html.Length; at++)
        {
            var c = html[at];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'') quote = c;
            else if (c == '>') return at + 1;
        }
        return null;
    }

    private static string? LinkIn(string attributes)
    {
        const string Name = "href=\"";
        var start = attributes.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (start < 0) return null;
        start += Name.Length;
        var end = attributes.IndexOf('"', start);
        return end < 0 ? null : WebUtility.HtmlDecode(attributes[start..end]);
    }
}
