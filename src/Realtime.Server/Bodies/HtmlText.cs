using System.Net;
using System.Text;

namespace Realtime.Server.Bodies;

/// <summary>What a reader sees of a comment's HTML, as plain text. Only for HTML that <see cref="CommentHtml"/> wrote: there every <c>&lt;</c> begins a tag.</summary>
internal static class HtmlText
{
    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var rest = html.AsSpan(); !rest.IsEmpty;)
        {
            var tag = rest.IndexOf('<');
            text.Append(tag < 0 ? rest : rest[..tag]);
            if (tag < 0) break;
            rest = rest[(tag + 1)..];
            if (!IsInline(rest)) text.Append('\n');
            rest = rest[(rest.IndexOf('>') + 1)..];
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    /// <summary>Text goes on within a word across these; all others break the line.</summary>
    private static bool IsInline(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart('/');
        name = name[..name.IndexOfAny(' ', '>')];
        return name is "a" or "em" or "strong" or "del" or "code";
    }
}
