using System.Net.Http.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Comments;

public class PreviewTests(DevelopmentServer development)
{
    private readonly string _thread = ServerFixture.NewThread();

    [Fact]
    public async Task A_preview_shows_what_readers_would_get_and_nothing_is_kept()
    {
        const string Body = "*Hello*, <script>world</script> [x](javascript:alert(1))";
        var preview = await PreviewAsync(_thread, Body).JsonAsync();
        var before = await development.Server.Anybody.GetAsync($"{_thread}/comments").JsonAsync();
        var posted = await development.Server.As("ada").PostCommentAsync(_thread, Body).JsonAsync();

        Assert.Empty(before.Numbers());
        Assert.Equal(posted.GetProperty("comment").GetProperty("html").GetString(), preview.GetProperty("html").GetString());
    }

    [Theory]
    [InlineData(null, "comment_empty")]
    [InlineData(" \u200b ", "comment_empty")]
    [InlineData("a\u0007b", "comment_malformed")]
    public Task What_could_not_be_posted_is_refused_likewise(string? body, string code) => PreviewAsync(_thread, body).IsRefusedAsync(422, code);

    [Fact]
    public Task Whoever_could_not_post_gets_no_preview() =>
        development.Server.Anybody.PostAsJsonAsync($"{_thread}/preview", new { body = "Hello" }).IsRefusedAsync(401, "sign_in_required");

    private Task<HttpResponseMessage> PreviewAsync(string thread, string? body) => development.Server.As("ada").PostAsJsonAsync($"{thread}/preview", new { body });
}
