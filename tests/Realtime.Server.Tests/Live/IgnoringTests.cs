using System.Net;
using System.Text.Json;
using Realtime.Discussion.Reading;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Live;

public class IgnoringTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly string _site = ServerFixture.NewSite();

    private string Thread => $"{_site}/articles/a";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Comments_of_an_ignored_person_are_hidden_live_from_whoever_ignores_them_only(bool messagePack)
    {
        await IgnoreAsync("ann", "troll");
        await using var ann = await HubReader.ConnectAsync(_server, Tokens.For("ann"), messagePack);
        await using var other = await HubReader.ConnectAsync(_server, Tokens.For("bob"), messagePack);
        var (from, fromOther) = (await ann.WatchAsync(Thread), await other.WatchAsync(Thread));
        using var troll = _server.As("troll");
        using var bob = _server.As("bob");

        await troll.PostCommentAsync(Thread, "Bait").JsonAsync();
        await bob.PostCommentAsync(Thread, "Tea").JsonAsync();

        var seen = Comments(await ann.FramesAsync(from.Sequence, from.Sequence + 2));
        Assert.Equal((1, "ignored", null, null), Of(seen[0]));
        Assert.Equal("BOB", seen[1].Author?.Name);
        Assert.All(Comments(await other.FramesAsync(fromOther.Sequence, fromOther.Sequence + 2)), comment => Assert.NotNull(comment.Html));
    }

    [Fact]
    public async Task They_are_hidden_on_pages_in_catch_up_and_permalinks_and_what_others_quote_of_them()
    {
        using var troll = _server.As("troll");
        using var bob = _server.As("bob");
        await troll.PostCommentAsync(Thread, "Bait for all").JsonAsync();
        await bob.SendJsonAsync(HttpMethod.Post, $"{Thread}/comments", """{"clientCommentId":"q","body":"No","replyTo":1,"quote":{"number":1,"revision":1,"text":"Bait"}}""").JsonAsync();
        await IgnoreAsync("ann", "troll");
        using var ann = _server.As("ann");

        var page = await ann.GetAsync($"{Thread}/comments?sort=oldest").JsonAsync();
        var changes = await ann.GetAsync($"{Thread}/changes?since=0-0").JsonAsync();
        var permalink = await ann.GetAsync($"{Thread}/comments/1").JsonAsync();
        var answer = await ann.GetAsync($"{Thread}/comments/2").JsonAsync();

        IsHidden(page.GetProperty("comments")[0]);
        IsHidden(permalink.GetProperty("comment"));
        IsHidden(answer.GetProperty("ancestors")[0]);
        Assert.False(page.GetProperty("comments")[1].GetProperty("quote").TryGetProperty("text", out _));
        Assert.DoesNotContain("Bait", page.ToString() + changes + permalink + answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_client_kept_from_before_does_not_count_any_more()
    {
        using var troll = _server.As("troll");
        await troll.PostCommentAsync(Thread, "Bait").JsonAsync();
        using var ann = _server.As("ann");
        using var before = await ann.GetAsync($"{Thread}/comments");
        await IgnoreAsync("ann", "troll");

        using var after = await ann.GetUnlessAsync($"{Thread}/comments", before.Headers.ETag);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("Authorization", before.Headers.Vary);
        Assert.True(after.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_list_that_changes_takes_effect_on_open_connections()
    {
        using var troll = _server.As("troll");
        await troll.PostCommentAsync(Thread, "Bait").JsonAsync();
        await using var ann = await HubReader.ConnectAsync(_server, Tokens.For("ann"));
        var before = await ann.WatchAsync(Thread);

        await IgnoreAsync("ann", "troll");
        await ann.ResetTold.Task.WaitAsync(Eventually.Patience);
        var after = await ann.WatchAsync(Thread);

        Assert.Equal("TROLL", Assert.Single(before.Page!.Comments).Author?.Name);
        Assert.Equal("ignored", Assert.Single(after.Page!.Comments).Status);
    }

    [Fact]
    public async Task Who_is_heeded_again_is_read_again()
    {
        using var troll = _server.As("troll");
        await troll.PostCommentAsync(Thread, "Bait").JsonAsync();
        await IgnoreAsync("ann", "troll");
        using var ann = _server.As("ann");
        var ignored = await ann.GetAsync($"{_site}/people/me/ignored").JsonAsync();

        await ann.SendAsync(HttpMethod.Delete, $"{_site}/people/me/ignored/troll");

        Assert.Equal("troll", Assert.Single(ignored.GetProperty("ignored").EnumerateArray()).GetString());
        Assert.Equal("published", (await ann.GetAsync($"{Thread}/comments").JsonAsync()).GetProperty("comments")[0].GetProperty("status").GetString());
        await ann.GetAsync($"{_site}/people/me/ignored/troll").IsRefusedAsync(404, "person_unknown");
    }

    [Fact]
    public async Task Whoever_moderates_overlooks_nobody()
    {
        using var troll = _server.As("troll");
        await troll.PostCommentAsync(Thread, "Bait").JsonAsync();
        await IgnoreAsync("mo", "troll", "moderator");
        using var moderator = _server.As("mo", "moderator");
        await using var live = await HubReader.ConnectAsync(_server, Tokens.For("mo", "moderator"));

        Assert.Equal("published", (await moderator.GetAsync($"{Thread}/comments").JsonAsync()).GetProperty("comments")[0].GetProperty("status").GetString());
        Assert.Equal("published", Assert.Single((await live.WatchAsync(Thread)).Page!.Comments).Status);
    }

    [Fact]
    public async Task Nobody_ignores_themselves()
    {
        using var ann = _server.As("ann");

        await ann.SendAsync(HttpMethod.Put, $"{_site}/people/me/ignored/ann").IsRefusedAsync(403, "not_allowed");
    }

    private async Task IgnoreAsync(string user, string whom, params string[] roles)
    {
        using var client = _server.As(user, roles);
        using var answer = await client.SendAsync(HttpMethod.Put, $"{_site}/people/me/ignored/{whom}");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static void IsHidden(JsonElement comment)
    {
        Assert.Equal("ignored", comment.GetProperty("status").GetString());
        Assert.False(comment.TryGetProperty("author", out _));
        Assert.False(comment.TryGetProperty("html", out _));
    }

    private static List<CommentView> Comments(List<ThreadChanges> frames) => [.. frames.SelectMany(frame => frame.Changes).Select(change => change.Comment).OfType<CommentView>()];

    private static (int, string, string?, string?) Of(CommentView comment) => (comment.Number, comment.Status, comment.Html, comment.Author?.Name);
}
