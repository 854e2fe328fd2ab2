using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Embedding;

public class ThreadPageTests(DevelopmentServer development, ProductionServer production)
{
    private readonly string _thread = ServerFixture.NewThread();

    private string Page => _thread.Replace("/api/v1/sites/", "/embed/", StringComparison.Ordinal).Replace("/articles", "", StringComparison.Ordinal);

    [Fact]
    public async Task Comments_are_written_out_with_author_time_body_and_permalink_newest_first()
    {
        await development.Server.As("ada").PostCommentAsync(_thread, "*First*").JsonAsync();
        await development.Server.As("bob").PostCommentAsync(_thread, "Second", replyTo: 1).JsonAsync();

        var comments = (await OpenAsync()).QuerySelectorAll("realtime-thread > article");

        Assert.Equal(["comment-2", "comment-1"], comments.Select(comment => comment.Id));
        Assert.Equal("ADA", comments[1].QuerySelector(".author")!.TextContent);
        Assert.Equal("First", comments[1].QuerySelector(".body em")!.TextContent);
        Assert.Equal("#comment-1", comments[0].QuerySelector(".answer a")!.GetAttribute("href"));
        Assert.EndsWith("Z", comments[1].QuerySelector("a[href='#comment-1'] time")!.GetAttribute("datetime"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_as_the_API_has_it_is_inside_for_the_embed_to_go_on_from()
    {
        await development.Server.As("ada").PostCommentAsync(_thread, "</script><!--<script> \u2028 & Բարև").JsonAsync();

        var document = await OpenAsync();
        var inside = Assert.Single(document.QuerySelectorAll("realtime-thread > script[type='application/json'][data-realtime-page]")).TextContent;
        var page = await development.Server.Anybody.GetStringAsync($"{_thread}/comments");

        Assert.DoesNotContain('<', inside);
        Assert.Contains("Բարև", inside, StringComparison.Ordinal);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(page).RootElement, JsonDocument.Parse(inside).RootElement));
    }

    [Fact]
    public async Task Names_quotes_and_titles_are_text_whatever_they_are_written_like()
    {
        const string Evil = "<img src=x onerror=alert(1)>\"'&";
        await development.Server.As("desk", "publisher").PutAsJsonAsync(_thread, new { title = Evil, url = "https://gazette.example/?a='\"><script>" }).JsonAsync();
        using var named = development.Server.With(Tokens.Sign([new("sub", "eve"), new("name", Evil)]));
        await named.PostCommentAsync(_thread, "`" + Evil + "`").JsonAsync();
        var quote = new { clientCommentId = "quoting", body = "Yes", quote = new { number = 1, revision = 1, text = Evil } };
        await named.PostAsJsonAsync($"{_thread}/comments", quote).JsonAsync();

        var document = await OpenAsync();

        Assert.Empty(document.QuerySelectorAll("img, script:not([data-realtime-page]):not([src='/embed.js']), [onerror]"));
        Assert.Equal(Evil, document.Title);
        Assert.All(document.QuerySelectorAll(".author"), author => Assert.Equal(Evil, author.TextContent));
        Assert.Equal(Evil, document.QuerySelector(".quote p")!.TextContent);
    }

    [Fact]
    public async Task A_removed_comment_leaves_its_place_and_nothing_else()
    {
        await development.Server.As("ada").PostCommentAsync(_thread, "Regretted").JsonAsync();
        var before = await development.Server.Anybody.GetStringAsync(Page);
        await development.Server.As("ada").DeleteAsync($"{_thread}/comments/1").JsonAsync();

        var after = await development.Server.Anybody.GetStringAsync(Page);

        Assert.Contains("Regretted", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Regretted", after, StringComparison.Ordinal);
        Assert.Contains("id=\"comment-1\"", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_lead_through_all_pages_and_to_comments_on_other_pages()
    {
        for (var i = 1; i <= 5; i++) await development.Server.As("ada").PostCommentAsync(_thread, replyTo: i == 5 ? 2 : null).JsonAsync();

        var first = await OpenAsync("?limit=2");
        var second = await OpenAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")! + "&limit=2");
        var parent = await OpenAsync(first.QuerySelector("#comment-5 .answer a")!.GetAttribute("href")!.Split('#')[0]);

        Assert.Equal(["comment-5", "comment-4"], first.QuerySelectorAll("article").Select(comment => comment.Id));
        Assert.Equal(["comment-3", "comment-2"], second.QuerySelectorAll("article").Select(comment => comment.Id));
        Assert.Equal("comment-2", parent.QuerySelector("article")!.Id);
        Assert.Equal([1, 0, 0], new[] { first, second, parent }.Select(page => page.QuerySelectorAll("[data-realtime-page]").Length));
    }

    [Theory]
    [InlineData("", "en", "ltr")]
    [InlineData("?lang=ar", "ar", "rtl")]
    [InlineData("?lang=de-AT", "de", "ltr")]
    public async Task The_page_speaks_the_language_that_is_asked_for(string query, string language, string direction)
    {
        var root = (await OpenAsync(query)).DocumentElement;

        Assert.Equal((language, direction), (root.GetAttribute("lang"), root.GetAttribute("dir")));
    }

    [Fact]
    public async Task It_is_told_when_the_page_at_hand_still_holds_and_caches_may_share_it()
    {
        await development.Server.As("ada").PostCommentAsync(_thread).JsonAsync();
        using var first = await development.Server.Anybody.GetAsync(Page);
        using var again = await development.Server.Anybody.GetUnlessAsync(Page, first.Headers.ETag);
        await development.Server.As("ada").PostCommentAsync(_thread).JsonAsync();
        using var changed = await development.Server.Anybody.GetUnlessAsync(Page, first.Headers.ETag);

        Assert.True(first.Headers.CacheControl!.Public);
        Assert.Equal(TimeSpan.FromSeconds(5), first.Headers.CacheControl.MaxAge);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task A_page_is_written_once_for_all_who_ask_between_two_changes()
    {
        await development.Server.As("ada").PostCommentAsync(_thread).JsonAsync();
        using var first = await development.Server.Anybody.GetAsync(Page);
        using var again = await development.Server.Anybody.GetAsync(Page);

        Assert.Null(first.Headers.Age);
        Assert.NotNull(again.Headers.Age);
    }

    [Theory]
    [InlineData("?sort=sideways", 400, "request_malformed")]
    [InlineData("?cursor=x", 400, "cursor_invalid")]
    [InlineData("?lang=xx", 400, "request_malformed")]
    public Task What_cannot_be_shown_is_refused(string query, int status, string code) => development.Server.Anybody.GetAsync(Page + query).IsRefusedAsync(status, code);

    [Fact]
    public Task An_article_that_nobody_registered_is_unknown() => production.Server.Anybody.GetAsync(Page).IsRefusedAsync(404, "article_unknown");

    [Fact]
    public async Task Nothing_inline_runs_on_it_and_only_named_pages_may_frame_it()
    {
        await using var server = await RunningServer.StartAsync("--Embedding:FrameAncestors:0=https://www.gazette.example");
        using var page = await server.Anybody.GetAsync(Page);

        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'self' https://www.gazette.example", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    private async Task<IHtmlDocument> OpenAsync(string query = "") => new HtmlParser().ParseDocument(await development.Server.Anybody.GetStringAsync(Page + query));
}
