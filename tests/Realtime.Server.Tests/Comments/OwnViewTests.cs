using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Realtime.Server.Tests.Live;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Comments;

/// <summary>What only the person who asks sees of a thread.</summary>
public class OwnViewTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly TestSite _site = new(fixture.Server);

    private string Thread => _site.Thread;

    [Fact]
    public async Task A_page_has_ones_own_that_readers_do_not_see_and_ones_reactions()
    {
        await WriteAsync();
        var own = (await _server.As("ada").PageAsync(Thread)).GetProperty("you");

        Assert.Equal([(2, "rejected"), (3, "pending")], own.GetProperty("comments").EnumerateArray()
            .Select(comment => (comment.GetProperty("number").GetInt32(), comment.GetProperty("status").GetString()!)));
        Assert.Equal(["like"], own.GetProperty("reactions").GetProperty("1").EnumerateArray().Select(kind => kind.GetString()));
        Assert.Empty((await _server.As("garo").PageAsync(Thread)).GetProperty("you").GetProperty("comments").EnumerateArray());
    }

    [Fact]
    public async Task The_same_page_for_everybody_may_be_kept_and_the_personal_one_may_not()
    {
        await WriteAsync();
        using var personal = await _server.As("ada").GetAsync($"{Thread}/comments");
        using var shared = await _server.Anybody.GetAsync($"{Thread}/comments");

        Assert.Equal("no-store, private", personal.Headers.CacheControl?.ToString());
        Assert.Null(personal.Headers.ETag);
        Assert.NotNull(shared.Headers.ETag);
        Assert.All([personal, shared], response => Assert.Contains(HeaderNames.Authorization, response.Headers.Vary));
        Assert.DoesNotContain("\"you\"", await shared.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var asked = await _server.As("ada").GetUnlessAsync($"{Thread}/comments", shared.Headers.ETag);
        Assert.Equal(200, (int)asked.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_watches_gets_theirs_with_the_page(bool messagePack)
    {
        await WriteAsync();
        await using var ada = await HubReader.ConnectAsync(_server, Tokens.For("ada"), messagePack);
        await using var reader = await HubReader.ConnectAsync(_server, token: null, messagePack);

        var (own, others) = ((await ada.WatchAsync(Thread)).Page!.You, (await reader.WatchAsync(Thread)).Page!.You);

        Assert.Equal([2, 3], own!.Comments.Select(comment => comment.Number));
        Assert.Equal(["like"], own.Reactions[1]);
        Assert.Null(others);
    }

    [Fact]
    public async Task The_conversation_above_a_comment_is_kept_for_whom_it_is_shown()
    {
        await _server.As("ada").PostCommentAsync(Thread, "Above").JsonAsync();
        await _server.As("bob").PostCommentAsync(Thread, "Below", replyTo: 1).JsonAsync();
        await _site.Moderator.DecideAsync(Thread, 1, new { decision = "hold", revision = 1 }).JsonAsync();

        using var author = await _server.As("ada").GetAsync($"{Thread}/comments/2");
        using var reader = await _server.Anybody.GetAsync($"{Thread}/comments/2");

        Assert.Contains("Above", await author.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(author.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain("Above", await reader.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>1 of bob with ada's reaction, 2 of ada rejected, 3 of ada pending.</summary>
    private async Task<JsonElement> WriteAsync()
    {
        var ada = _server.As("ada");
        await _server.As("bob").PostCommentAsync(Thread, "Published").JsonAsync();
        await ada.SendAsync(HttpMethod.Put, $"{Thread}/comments/1/reactions/like").JsonAsync();
        await ada.PostCommentAsync(Thread, "Rejected").JsonAsync();
        await _site.Moderator.RejectAsync(Thread, 2);
        await _site.Moderator.ReviewAsync(Thread);
        return await ada.PostCommentAsync(Thread, "Pending").IsAnsweredAsync(202, "pending");
    }
}
