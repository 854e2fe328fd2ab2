using System.Text;
using AngleSharp.Dom;
using Realtime.Server.Bodies.Markdown;

namespace Realtime.Server.Bodies;

/// <summary>
/// Writes the HTML of a comment: it knows no element and no attribute but these. (The parser's own writer asks each node for its neighbours, which in a
/// comment of thousands of lines costs the square of their number.)
/// </summary>
internal static class CommentHtml
{
    public static readonly IReadOnlySet<string> Elements = new HashSet<string>
        { "p", "br", "em", "strong", "del", "a", "ul", "ol", "li", "blockquote", "code", "pre" };

    /// <summary>Links lead away without passing on rank, referrer or a handle to the opening window.</summary>
    public const string LinkRelation = "nofollow ugc noopener noreferrer";

    /// <summary>Deeper than anything that the renderer makes; below it only text is kept.</summary>
    private const int Deepest = 256;

    public static string Write(IElement body)
    {
        var html = new StringBuilder();
        WriteChildren(html, body, 0);
        return html.ToString();
    }

    public static void Escape(StringBuilder html, ReadOnlySpan<char> text)
    {
        for (var special = text.IndexOfAny('&', '<', '>'); special >= 0; special = text.IndexOfAny('&', '<', '>'))
        {
            html.Append(text[..special]).Append(text[special] switch { '&' => "&amp;", '<' => "&lt;", _ => "&gt;" });
            text = text[(special + 1)..];
        }

        html.Append(text);
    }

    private static void WriteChildren(StringBuilder html, INode parent, int depth)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text) Escape(html, text.Data);
            else if (node is IElement element && depth < Deepest) WriteElement(html, element, depth);
        }
    }

    private static void WriteElement(StringBuilder html, IElement element, int depth)
    {
        var name = element.LocalName;
        var kept = Elements.Contains(name) && !(name == "a" && !LinkTargets.IsSafe(element.GetAttribute("href")));
        if (kept)
        {
            html.Append('<').Append(name);
            WriteAttributes(html, name, element);
            html.Append('>');
        }

        WriteChildren(html, element, depth + 1);
        if (kept && name != "br") html.Append("</").Append(name).Append('>');
    }

    /// <summary>Each attribute only where it has a meaning, and only with values that are harmless there.</summary>
    private static void WriteAttributes(StringBuilder html, string name, IElement element)
    {
        if (name == "a")
        {
            html.Append(" href=\"");
            Escape(html, element.GetAttribute("href")!.Replace("\"", "%22", StringComparison.Ordinal));
            html.Append("\" rel=\"").Append(LinkRelation).Append('"');
            return;
        }

        if (name == "ol" && int.TryParse(element.GetAttribute("start"), out var start)) html.Append(" start=\"").Append(start).Append('"');
        if (name is "p" or "ul" or "ol" or "li" or "blockquote" or "pre") html.Append(" dir=\"auto\"");
    }
}
