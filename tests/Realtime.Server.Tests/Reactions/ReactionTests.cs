using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Reactions;

public class ReactionTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly string _thread = ServerFixture.NewThread();

    [Fact]
    public async Task Reactions_count_people_and_can_be_taken_back()
    {
        var (ada, bob) = (_server.As("ada"), _server.As("bob"));
        await ada.PostCommentAsync(_thread).JsonAsync();
        foreach (var person in new[] { ada, bob, bob }) await person.SendAsync(HttpMethod.Put, $"{_thread}/comments/1/reactions/like").JsonAsync();
        Assert.Equal("""{"like":2}""", await ReactionsAsync());
        await bob.DeleteAsync($"{_thread}/comments/1/reactions/like").JsonAsync();
        Assert.Equal("""{"like":1}""", await ReactionsAsync());
    }

    [Theory]
    [InlineData("comments/1/reactions/shrug", 422, "reaction_unknown")]
    [InlineData("comments/1/reactions/%3Cscript%3E", 422, "reaction_unknown")]
    [InlineData("comments/5/reactions/like", 404, "comment_unknown")]
    [InlineData("comments/x/reactions/like", 400, "request_malformed")]
    public async Task A_reaction_that_cannot_be_is_refused(string path, int status, string code)
    {
        await _server.As("ada").PostCommentAsync(_thread).JsonAsync();
        await _server.As("bob").SendAsync(HttpMethod.Put, $"{_thread}/{path}").IsRefusedAsync(status, code);
    }

    [Fact]
    public async Task Nobody_reacts_without_signing_in() =>
        await _server.Anybody.SendAsync(HttpMethod.Put, $"{_thread}/comments/1/reactions/like").IsRefusedAsync(401, "sign_in_required");

    private async Task<string> ReactionsAsync() =>
        (await _server.Anybody.GetAsync($"{_thread}/comments/1").JsonAsync()).GetProperty("comment").GetProperty("reactions").GetRawText();
}
