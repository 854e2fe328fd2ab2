using System.Text.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Comments;

public class ConversationTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly string _thread = ServerFixture.NewThread();

    [Fact]
    public async Task A_page_gives_what_its_comments_answer_where_that_is_asked_for()
    {
        await PostAsync("ada", "first", null);
        await PostAsync("bob", "second", 1);

        var page = await _server.Anybody.GetAsync($"{_thread}/comments?limit=1&context=true").JsonAsync();

        Assert.Equal([2], Numbers(page.GetProperty("comments")));
        Assert.Equal([1], Numbers(page.GetProperty("context")));
    }

    [Fact]
    public async Task What_is_below_a_comment_is_read_page_by_page()
    {
        await PostAsync("ada", "the bridge", null);
        await PostAsync("bob", "the ferry", null);
        await PostAsync("cyd", "the bridge again", 1);
        await PostAsync("dan", "and once more", 3);

        var first = await _server.Anybody.GetAsync($"{_thread}/comments?under=1&limit=1").JsonAsync();
        var second = await _server.Anybody.GetAsync($"{_thread}/comments?under=1&limit=1&cursor={first.GetProperty("next").GetString()}").JsonAsync();

        Assert.Equal([3], Numbers(first.GetProperty("comments")));
        Assert.Equal([4], Numbers(second.GetProperty("comments")));
        Assert.False(second.TryGetProperty("next", out _));
    }

    private Task<JsonElement> PostAsync(string by, string body, int? replyTo) => _server.As(by).PostCommentAsync(_thread, body, replyTo).JsonAsync();

    private static IEnumerable<int> Numbers(JsonElement comments) => comments.EnumerateArray().Select(comment => comment.GetProperty("number").GetInt32());
}
