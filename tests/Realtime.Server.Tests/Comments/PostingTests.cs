using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Comments;

public class PostingTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly string _thread = ServerFixture.NewThread();

    [Fact]
    public async Task A_posted_comment_is_answered_with_its_place_and_what_readers_see()
    {
        using var response = await _server.As("ada").PostCommentAsync(_thread, "Hello, **world**!");
        var posted = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal($"{_thread}/comments/1", response.Headers.Location?.OriginalString);
        var comment = posted.GetProperty("comment");
        Assert.Equal(1, comment.GetProperty("number").GetInt32());
        Assert.Equal("ada", comment.GetProperty("author").GetProperty("id").GetString());
        Assert.Equal("ADA", comment.GetProperty("author").GetProperty("name").GetString());
        Assert.Equal("published", comment.GetProperty("status").GetString());
        Assert.Contains("<strong>world</strong>", comment.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, comment.GetProperty("reactions").ValueKind);
        Assert.NotEmpty(posted.GetProperty("position").GetString()!);
        Assert.False(comment.TryGetProperty("text", out _));
        Assert.False(posted.TryGetProperty("repeated", out _));
    }

    [Fact]
    public async Task What_is_answered_is_what_a_read_right_afterwards_shows()
    {
        var ada = _server.As("ada");
        await ada.GetAsync($"{_thread}/comments").JsonAsync();
        for (var number = 1; number <= 20; number++)
        {
            var posted = await ada.PostCommentAsync(_thread, $"Comment {number}").JsonAsync();
            var page = await _server.Anybody.GetAsync($"{_thread}/comments?limit=1").JsonAsync();

            Assert.Equal(posted.GetProperty("position").GetString(), page.GetProperty("position").GetString());
            Assert.Equal(posted.GetProperty("comment").GetRawText(), page.GetProperty("comments")[0].GetRawText());
        }
    }

    [Fact]
    public async Task A_repeated_post_gets_the_first_comment_back_and_adds_nothing()
    {
        var ada = _server.As("ada");
        var first = await ada.SendJsonAsync(HttpMethod.Post, $"{_thread}/comments", """{"clientCommentId":"once","body":"First"}""").JsonAsync();
        using var again = await ada.SendJsonAsync(HttpMethod.Post, $"{_thread}/comments", """{"clientCommentId":"once","body":"Second"}""");
        var repeated = await again.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(first.GetProperty("comment").GetRawText(), repeated.GetProperty("comment").GetRawText());
        Assert.Equal(first.GetProperty("position").GetString(), repeated.GetProperty("position").GetString());
        Assert.Equal([1], (await ada.GetAsync($"{_thread}/comments").JsonAsync()).Numbers());
    }

    [Fact]
    public async Task Another_person_may_use_the_same_client_id()
    {
        const string Json = """{"clientCommentId":"mine","body":"Hello"}""";
        await _server.As("ada").SendJsonAsync(HttpMethod.Post, $"{_thread}/comments", Json).JsonAsync();
        using var bob = await _server.As("bob").SendJsonAsync(HttpMethod.Post, $"{_thread}/comments", Json);

        Assert.Equal(HttpStatusCode.Created, bob.StatusCode);
    }

    [Fact]
    public async Task A_reply_and_a_quote_say_what_they_refer_to()
    {
        await _server.As("ada").PostCommentAsync(_thread, "The bridge is *too* narrow.").JsonAsync();
        var reply = await _server.As("bob").SendJsonAsync(HttpMethod.Post, $"{_thread}/comments",
            """{"clientCommentId":"r","body":"It is not.","replyTo":1,"quote":{"number":1,"revision":1,"text":"too narrow"}}""").JsonAsync();

        var comment = reply.GetProperty("comment");
        Assert.Equal(1, comment.GetProperty("replyTo").GetInt32());
        Assert.Equal("too narrow", comment.GetProperty("quote").GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_repeated_post_gets_the_first_comment_back_even_when_what_it_quotes_is_gone()
    {
        var (ada, bob) = (_server.As("ada"), _server.As("bob"));
        await ada.PostCommentAsync(_thread, "Quote me").JsonAsync();
        const string Json = """{"clientCommentId":"q","body":"Indeed","quote":{"number":1,"revision":1,"text":"Quote me"}}""";
        await bob.SendJsonAsync(HttpMethod.Post, $"{_thread}/comments", Json).JsonAsync();
        await ada.DeleteAsync($"{_thread}/comments/1").JsonAsync();

        var repeated = await bob.SendJsonAsync(HttpMethod.Post, $"{_thread}/comments", Json).JsonAsync();

        Assert.Equal(2, repeated.GetProperty("comment").GetProperty("number").GetInt32());
        Assert.False(repeated.GetProperty("comment").GetProperty("quote").TryGetProperty("text", out _));
        await bob.SendJsonAsync(HttpMethod.Post, $"{_thread}/comments", Json.Replace("\"q\"", "\"new\"", StringComparison.Ordinal))
            .IsRefusedAsync(409, "quote_removed");
    }

    [Theory]
    [InlineData("""{"body":"x"}""", 400, "client_id_invalid")]
    [InlineData("""{"clientCommentId":"with space","body":"x"}""", 400, "client_id_invalid")]
    [InlineData("""{"clientCommentId":"a"}""", 422, "comment_empty")]
    [InlineData("""{"clientCommentId":"a","body":" \n "}""", 422, "comment_empty")]
    [InlineData("""{"clientCommentId":"a","body":"a\u0000b"}""", 422, "comment_malformed")]
    [InlineData("""{"clientCommentId":"a","body":"x","replyTo":7}""", 422, "parent_unknown")]
    [InlineData("""{"clientCommentId":"a","body":"x","replyTo":-1}""", 422, "parent_unknown")]
    [InlineData("""{"clientCommentId":"a","body":"x","quote":{"number":7,"revision":1,"text":"y"}}""", 422, "quote_unknown")]
    [InlineData("""{"clientCommentId":"a","body":"x","quote":{"number":1,"revision":1,"text":"not there"}}""", 422, "quote_not_in_source")]
    [InlineData("""{"clientCommentId":"a","body":"x","quote":{}}""", 400, "request_malformed")]
    public async Task A_post_that_cannot_be_is_refused(string json, int status, string code)
    {
        await _server.As("ada").PostCommentAsync(_thread).JsonAsync();
        await _server.As("bob").SendJsonAsync(HttpMethod.Post, $"{_thread}/comments", json).IsRefusedAsync(status, code);
    }

    [Fact]
    public async Task A_comment_of_ten_thousand_characters_fits_also_when_every_one_is_escaped()
    {
        var body = string.Concat(Enumerable.Repeat("\\ud83d\\ude00", 10_000));
        var json = $$"""{"clientCommentId":"long","body":"{{body}}"}""";
        using var posted = await _server.As("ada").SendJsonAsync(HttpMethod.Post, $"{_thread}/comments", json);

        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        await _server.As("ada").PostCommentAsync(_thread, new string('x', 10_001)).IsRefusedAsync(422, "comment_too_long");
    }

    [Fact]
    public async Task Nobody_posts_without_signing_in() => await _server.Anybody.PostCommentAsync(_thread).IsRefusedAsync(401, "sign_in_required");
}
