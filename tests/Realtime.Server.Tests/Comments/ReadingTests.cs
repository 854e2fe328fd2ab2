using System.Net;
using System.Text.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Comments;

public class ReadingTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly string _thread = ServerFixture.NewThread();

    [Theory]
    [InlineData("newest", new[] { 7, 6, 5, 4, 3, 2, 1 })]
    [InlineData("oldest", new[] { 1, 2, 3, 4, 5, 6, 7 })]
    [InlineData("top", new[] { 3, 7, 6, 5, 4, 2, 1 })]
    [InlineData("replies", new[] { 2, 7, 6, 5, 4, 3, 1 })]
    public async Task Pages_lead_through_the_whole_thread_in_every_order(string sort, int[] expected)
    {
        var ada = _server.As("ada");
        for (var number = 1; number <= 7; number++) await ada.PostCommentAsync(_thread, replyTo: number == 5 ? 2 : null).JsonAsync();
        await ada.SendAsync(HttpMethod.Put, $"{_thread}/comments/3/reactions/like").JsonAsync();

        var met = new List<int>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await _server.Anybody.GetAsync($"{_thread}/comments?sort={sort}&limit=3&cursor={cursor}").JsonAsync();
            met.AddRange(page.Numbers());
            cursor = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        Assert.Equal(expected, met);
    }

    [Theory]
    [InlineData("?limit=0", "request_malformed")]
    [InlineData("?limit=101", "request_malformed")]
    [InlineData("?limit=many", "request_malformed")]
    [InlineData("?sort=random", "request_malformed")]
    [InlineData("?sort=3", "request_malformed")]
    [InlineData("?cursor=rubbish", "cursor_invalid")]
    [InlineData("?sort=oldest&cursor=n0-5", "cursor_invalid")]
    public async Task A_page_that_cannot_be_is_refused(string query, string code) =>
        await _server.Anybody.GetAsync($"{_thread}/comments{query}").IsRefusedAsync(400, code);

    [Theory]
    [InlineData("comments")]
    [InlineData("changes?since=0-0")]
    [InlineData("comments/1")]
    public async Task A_read_is_told_again_only_when_something_has_changed(string read)
    {
        var ada = _server.As("ada");
        await ada.PostCommentAsync(_thread).JsonAsync();
        using var first = await _server.Anybody.GetAsync($"{_thread}/{read}");
        using var second = await _server.Anybody.GetUnlessAsync($"{_thread}/{read}", first.Headers.ETag);
        await ada.PostCommentAsync(_thread).JsonAsync();
        using var third = await _server.Anybody.GetUnlessAsync($"{_thread}/{read}", first.Headers.ETag);

        Assert.True(first.Headers.CacheControl?.NoCache);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        Assert.NotEqual(first.Headers.ETag, third.Headers.ETag);
    }

    [Fact]
    public async Task The_entity_tag_is_the_position()
    {
        await _server.As("ada").PostCommentAsync(_thread).JsonAsync();
        using var response = await _server.Anybody.GetAsync($"{_thread}/comments");
        var page = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal($"W/\"{page.GetProperty("position").GetString()}\"", response.Headers.ETag?.ToString());
    }

    [Fact]
    public async Task A_comment_comes_with_the_conversation_above_it()
    {
        var ada = _server.As("ada");
        await ada.PostCommentAsync(_thread).JsonAsync();
        await ada.PostCommentAsync(_thread, replyTo: 1).JsonAsync();
        await ada.PostCommentAsync(_thread, replyTo: 2).JsonAsync();

        var found = await _server.Anybody.GetAsync($"{_thread}/comments/3").JsonAsync();

        Assert.Equal(3, found.GetProperty("comment").GetProperty("number").GetInt32());
        Assert.Equal([1, 2], found.GetProperty("ancestors").EnumerateArray().Select(comment => comment.GetProperty("number").GetInt32()));
        Assert.False(found.GetProperty("moreAncestors").GetBoolean());
    }

    [Fact]
    public async Task The_raw_text_is_for_its_author_and_for_moderators_and_kept_by_no_cache()
    {
        await _server.As("ada").PostCommentAsync(_thread, "Some *text*").JsonAsync();

        foreach (var (client, sees, isKnown) in new[]
                 {
                     (_server.As("ada"), true, true), (_server.As("mo", "moderator"), true, true), (_server.As("bob"), false, true), (_server.Anybody, false, false),
                 })
        {
            using var response = await client.GetAsync($"{_thread}/comments/1");
            var comment = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("comment");

            Assert.Equal(sees ? "Some *text*" : null, comment.TryGetProperty("text", out var text) ? text.GetString() : null);
            Assert.Equal(isKnown, response.Headers.CacheControl?.NoStore);
            Assert.Equal(isKnown, response.Headers.ETag is null);
            Assert.Contains("Authorization", response.Headers.Vary);
        }
    }

    [Fact]
    public async Task Of_a_removed_comment_nobody_gets_the_text()
    {
        var ada = _server.As("ada");
        await ada.PostCommentAsync(_thread, "Regretted").JsonAsync();
        await ada.DeleteAsync($"{_thread}/comments/1").JsonAsync();

        foreach (var client in new[] { ada, _server.As("mo", "moderator"), _server.Anybody })
        {
            var found = await client.GetAsync($"{_thread}/comments/1").JsonAsync();
            Assert.Equal("removed", found.GetProperty("comment").GetProperty("status").GetString());
            Assert.DoesNotContain("Regretted", found.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Changes_since_a_position_are_those_behind_it()
    {
        var ada = _server.As("ada");
        var position = (await ada.PostCommentAsync(_thread).JsonAsync()).GetProperty("position").GetString();
        await ada.PostCommentAsync(_thread).JsonAsync();
        await ada.DeleteAsync($"{_thread}/comments/1").JsonAsync();

        var changes = await _server.Anybody.GetAsync($"{_thread}/changes?since={position}").JsonAsync();

        Assert.Equal(1, changes.GetProperty("from").GetInt64());
        Assert.Equal(3, changes.GetProperty("to").GetInt64());
        Assert.Equal(["posted", "removed"], changes.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task A_position_of_another_life_of_the_thread_is_answered_with_a_reset()
    {
        var position = (await _server.As("ada").PostCommentAsync(_thread).JsonAsync()).GetProperty("position").GetString();

        var reset = await _server.Anybody.GetAsync($"{_thread}/changes?since=1-1").JsonAsync();

        Assert.True(reset.GetProperty("reset").GetBoolean());
        Assert.Equal(position, reset.GetProperty("position").GetString());
    }

    [Theory]
    [InlineData("changes", 400, "position_invalid")]
    [InlineData("changes?since=", 400, "position_invalid")]
    [InlineData("changes?since=rubbish", 400, "position_invalid")]
    [InlineData("comments/99", 404, "comment_unknown")]
    [InlineData("comments/0", 404, "comment_unknown")]
    [InlineData("comments/-1", 404, "comment_unknown")]
    [InlineData("comments/first", 400, "request_malformed")]
    [InlineData("comments/99999999999", 400, "request_malformed")]
    public async Task A_read_of_what_is_not_there_is_refused(string read, int status, string code) =>
        await _server.Anybody.GetAsync($"{_thread}/{read}").IsRefusedAsync(status, code);

    [Fact]
    public async Task An_article_that_nobody_has_commented_on_reads_as_an_empty_thread()
    {
        var page = await _server.Anybody.GetAsync($"{_thread}/comments").JsonAsync();

        Assert.Empty(page.Numbers());
        Assert.Equal(0, page.GetProperty("commentCount").GetInt32());
        Assert.NotEmpty(page.GetProperty("position").GetString()!);
    }
}
