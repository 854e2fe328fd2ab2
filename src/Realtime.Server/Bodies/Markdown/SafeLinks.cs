using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Realtime.Server.Bodies.Markdown;

/// <summary>Links to the web and to mail addresses; every other one shows as it was typed.</summary>
internal sealed class SafeLinks : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (LinkTargets.IsSafe(link.Url))
        {
            renderer.Write("<a href=\"").WriteEscapeUrl(link.Url).Write("\">");
            renderer.WriteChildren(link);
            renderer.Write("</a>");
            return;
        }

        if (!link.IsAutoLink) renderer.Write('[');
        renderer.WriteChildren(link);
        if (!link.IsAutoLink) renderer.Write("](").WriteEscape(link.Url).Write(')');
    }
}

internal sealed class SafeAutolinks : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        var target = link.IsEmail ? "mailto:" + link.Url : link.Url;
        if (LinkTargets.IsSafe(target)) renderer.Write("<a href=\"").WriteEscapeUrl(target).Write("\">").WriteEscape(link.Url).Write("</a>");
        else renderer.Write("&lt;").WriteEscape(link.Url).Write("&gt;");
    }
}

internal static class LinkTargets
{
    public const int MaxLength = 2048;

    /// <summary>
    /// A target is read to its end before it turns out to be none. Thousands of them with an end far away would cost the square of the text's length.
    /// </summary>
    public static bool EndsSoon(StringSlice slice)
    {
        var rest = slice.AsSpan();
        return rest.Length <= MaxLength || rest[..MaxLength].ContainsAny(' ', '\t', '\n');
    }

    /// <summary>Absolute <c>http</c>, <c>https</c> and <c>mailto</c> only: a relative one would point into the publisher's own pages.</summary>
    public static bool IsSafe(string? url) =>
        url is { Length: <= MaxLength } && !url.AsSpan().ContainsAnyInRange('\0', ' ') && Uri.TryCreate(url, UriKind.Absolute, out var target)
        && (target.Scheme == Uri.UriSchemeMailto || (target.Scheme is "http" or "https" && target.Host.Length > 0));
}
