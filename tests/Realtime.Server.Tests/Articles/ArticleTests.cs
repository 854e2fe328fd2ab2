using System.Net.Http.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Articles;

public class ArticleTests(ProductionServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly string _thread = ServerFixture.NewThread();

    private static readonly object Bridge = new
    {
        title = "The bridge opens",
        url = "https://gazette.example/bridge",
        publishedAt = "2026-03-01T08:00:00+01:00",
        section = "City",
        tags = new[] { "harbour", "traffic" },
    };

    [Fact]
    public async Task A_publisher_registers_an_article_and_readers_see_what_it_is()
    {
        await _server.As("pat", "publisher").PutAsJsonAsync(_thread, Bridge).JsonAsync();

        var article = (await _server.Anybody.GetAsync($"{_thread}/comments").JsonAsync()).GetProperty("article");

        Assert.Equal("The bridge opens", article.GetProperty("title").GetString());
        Assert.Equal("2026-03-01T07:00:00Z", article.GetProperty("publishedAt").GetString());
        Assert.Equal(2, article.GetProperty("tags").GetArrayLength());
    }

    [Fact]
    public async Task Describing_an_article_as_it_is_changes_nothing()
    {
        var pat = _server.As("pat", "publisher");
        var first = await pat.PutAsJsonAsync(_thread, Bridge).JsonAsync();
        var again = await pat.PutAsJsonAsync(_thread, Bridge).JsonAsync();

        Assert.Equal(first.GetProperty("position").GetString(), again.GetProperty("position").GetString());
    }

    [Fact]
    public async Task An_article_that_is_not_registered_is_unknown()
    {
        await _server.Anybody.GetAsync($"{_thread}/comments").IsRefusedAsync(404, "article_unknown");
        await _server.Anybody.GetAsync($"{_thread}/comments/1").IsRefusedAsync(404, "article_unknown");
        await _server.Anybody.GetAsync($"{_thread}/changes?since=0-0").IsRefusedAsync(404, "article_unknown");
        await _server.As("ada").PostCommentAsync(_thread).IsRefusedAsync(404, "article_unknown");
        await _server.As("mo", "moderator").PostAsync($"{_thread}/close", null).IsRefusedAsync(404, "article_unknown");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"title":""}""")]
    [InlineData("""{"title":"two\nlines"}""")]
    [InlineData("""{"title":"turned \u202e round"}""")]
    [InlineData("""{"title":"x","url":"javascript:alert(1)"}""")]
    [InlineData("""{"title":"x","url":"/relative"}""")]
    [InlineData("""{"title":"x","publishedAt":"yesterday"}""")]
    [InlineData("""{"title":"x","tags":"one"}""")]
    [InlineData("""{"title":"x","tags":[null]}""")]
    [InlineData("""{"title":"x","section":" "}""")]
    [InlineData("""{"title":["x"]}""")]
    public async Task A_description_that_cannot_be_is_refused(string json) =>
        await _server.As("pat", "publisher").SendJsonAsync(HttpMethod.Put, _thread, json).IsRefusedAsync(400, "request_malformed");

    [Theory]
    [InlineData("moderator")]
    [InlineData("staff")]
    [InlineData("Publisher")]
    public async Task Nobody_but_a_publisher_describes_articles(string role) =>
        await _server.As("ada", role).PutAsJsonAsync(_thread, Bridge).IsRefusedAsync(403, "not_allowed");

    [Fact]
    public async Task A_closed_thread_takes_no_comments_until_it_is_reopened()
    {
        var (pat, mo, ada) = (_server.As("pat", "publisher"), _server.As("mo", "moderator"), _server.As("ada"));
        await pat.PutAsJsonAsync(_thread, Bridge).JsonAsync();
        await ada.PostAsync($"{_thread}/close", null).IsRefusedAsync(403, "not_allowed");
        await mo.PostAsync($"{_thread}/close", null).JsonAsync();

        Assert.True((await ada.GetAsync($"{_thread}/comments").JsonAsync()).GetProperty("closed").GetBoolean());
        await ada.PostCommentAsync(_thread).IsRefusedAsync(409, "thread_closed");
        await pat.PostAsync($"{_thread}/reopen", null).JsonAsync();
        await ada.PostCommentAsync(_thread).JsonAsync();
    }
}
