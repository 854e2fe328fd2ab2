using Ganss.Xss;
using Realtime.Server.Bodies.Markdown;

namespace Realtime.Server.Bodies;

/// <summary>
/// The last gate before readers: whatever comes in, only the elements and attributes of <see cref="CommentHtml"/> come out. The sanitizer is set up
/// once and then only read, which its authors promise to be safe from many threads.
/// </summary>
internal sealed class CommentSanitizer
{
    private readonly HtmlSanitizer _sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = CommentHtml.Elements.ToHashSet(),
        AllowedAttributes = new HashSet<string> { "href", "rel", "dir", "start" },
        AllowedSchemes = new HashSet<string> { "http", "https", "mailto" },
        UriAttributes = new HashSet<string> { "href" },
    });

    public CommentSanitizer() =>
        _sanitizer.FilterUrl += (_, filtered) => filtered.SanitizedUrl = LinkTargets.IsSafe(filtered.OriginalUrl) ? filtered.OriginalUrl : null;

    public string Sanitize(string html) => CommentHtml.Write(_sanitizer.SanitizeDom(html).Body!);
}
