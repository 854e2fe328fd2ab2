using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Reading;
using Realtime.Server.Comments;
using Realtime.Server.Wire;

namespace Realtime.Server.Embedding.Pages;

/// <summary>The HTML of a thread's page. The embed's element has it inside, with the page as data, and takes both over when its script has come.</summary>
internal sealed class ThreadDocument(ThreadKey thread, ThreadPage page, PageQuery query, PageWords words)
{
    private static readonly (string Sort, Func<PageWords, string> Name)[] Sorts =
        [("newest", it => it.Newest), ("oldest", it => it.Oldest), ("top", it => it.Top), ("replies", it => it.Replies)];

    private static readonly JsonSerializerOptions Json = ScriptJson();

    private readonly Html _html = new();

    private string Title => page.Article?.Title ?? words.Comments;

    private string Sort => string.IsNullOrEmpty(query.Sort) ? "newest" : query.Sort;

    public override string ToString()
    {
        WriteHead();
        WriteHeading();
        _html.Add($"<realtime-thread site=\"{thread.Site.Value}\" article=\"{thread.Article.Value}\" sort=\"{Sort}\" lang=\"{words.Language}\">\n");
        WriteComments();
        // The embed begins a list with it; from a later page on, the list would have no beginning.
        if (string.IsNullOrEmpty(query.Cursor))
            _html.Add($"<script type=\"application/json\" data-realtime-page>").AddTrusted(JsonSerializer.Serialize(page, Json)).Add($"</script>\n");
        _html.Add($"</realtime-thread>\n</main>\n</body>\n</html>\n");
        return _html.ToString();
    }

    /// <summary>The wire's JSON, but nothing in it can end the script element that it stands in, or be anything else to an HTML parser.</summary>
    private static JsonSerializerOptions ScriptJson()
    {
        var options = new JsonSerializerOptions();
        WireJson.Configure(options);
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        return options;
    }

    private void WriteHead()
    {
        _html.Add($"<!doctype html>\n<html lang=\"{words.Language}\" dir=\"{words.Direction}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{Title}</title>\n");
        _html.Add($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        _html.Add($"<link rel=\"stylesheet\" href=\"/thread.css\">\n<script type=\"module\" src=\"{WebFiles.Embed}\"></script>\n");
        if (page.Article?.Url is { } url) _html.Add($"<link rel=\"canonical\" href=\"{url}\">\n");
        if (page.Next is { } next) _html.Add($"<link rel=\"next\" href=\"{Link(Sort, next)}\">\n");
        _html.Add($"</head>\n");
    }

    private void WriteHeading()
    {
        _html.Add($"<body>\n<main>\n<h1 dir=\"auto\">");
        if (page.Article?.Url is { } url) _html.Add($"<a href=\"{url}\" target=\"_top\">{Title}</a>");
        else _html.Add($"{Title}");
        _html.Add($"</h1>\n");
    }

    private void WriteComments()
    {
        _html.Add($"<nav class=\"sorts\" aria-label=\"{words.Comments}\">{words.Comments}: {page.CommentCount}");
        foreach (var (sort, name) in Sorts)
            if (sort == Sort) _html.Add($" <strong>{name(words)}</strong>");
            else _html.Add($" <a href=\"{Link(sort)}\">{name(words)}</a>");
        _html.Add($"</nav>\n");
        if (page.Closed) _html.Add($"<p class=\"notice\">{words.Closed}</p>\n");
        if (page.Comments.Count == 0) _html.Add($"<p class=\"notice\">{words.Empty}</p>\n");
        var comments = new CommentMarkup(_html, words, page.Comments.Select(comment => comment.Number).ToHashSet(), AddressOf);
        foreach (var comment in page.Comments) comments.Write(comment);
        if (page.Next is { } next) _html.Add($"<p><a class=\"next\" rel=\"next\" href=\"{Link(Sort, next)}\">{words.Next}</a></p>\n");
    }

    /// <summary>Where a comment that is not on this page stands: first on the page that begins with it.</summary>
    private string AddressOf(int number) => $"{Link("oldest", new PageCursor(ThreadSort.Oldest, 0, number - 1).ToString())}#comment-{number}";

    private string Link(string sort, string? cursor = null) => $"?sort={sort}{(cursor is null ? "" : $"&cursor={cursor}")}&lang={words.Language}";
}
