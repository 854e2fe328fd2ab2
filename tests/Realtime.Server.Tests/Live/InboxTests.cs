using Realtime.Testing.Processes;
using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Realtime.Discussion.Commenters;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Live;

public class InboxTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly string _site = ServerFixture.NewSite();

    private string Thread => $"{_site}/articles/a";

    private string SiteId => HubReader.Split(Thread).Site;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_arrives_live(bool messagePack)
    {
        await using var ann = await HubReader.ConnectAsync(_server, Tokens.For("ann"), messagePack);
        var before = await ann.Hub.InvokeAsync<InboxView>("WatchInbox", SiteId);
        await AnswerAsync(_server);

        await Eventually.HoldsAsync("the answer is told", () => ann.Inboxes.Any(inbox => inbox.Unread == 1));
        var item = Assert.Single(ann.Inboxes.SelectMany(inbox => inbox.Items));
        Assert.Equal((0, "reply", "a", 2, 1, "BOB"), (before.Unread, item.Kind, item.Article, item.Number, item.ReplyTo, item.From?.Name));
    }

    [Fact]
    public async Task What_has_been_read_on_one_connection_is_read_on_all()
    {
        await AnswerAsync(_server);
        await UnreadAsync(_server, 1);
        await using var here = await HubReader.ConnectAsync(_server, Tokens.For("ann"));
        await using var there = await HubReader.ConnectAsync(_server, Tokens.For("ann"));
        var inbox = await here.Hub.InvokeAsync<InboxView>("WatchInbox", SiteId);
        await there.Hub.InvokeAsync<InboxView>("WatchInbox", SiteId);

        await here.Hub.InvokeAsync("ReadInbox", SiteId, inbox.Items[0].Id);

        await Eventually.HoldsAsync("both hear of it", () => here.Inboxes.Concat(there.Inboxes).Count(told => told is { Unread: 0, Items: [] }) == 2);
    }

    [Fact]
    public async Task The_inbox_is_read_over_HTTP_too()
    {
        await AnswerAsync(_server);
        await AnswerAsync(_server);
        await UnreadAsync(_server, 2);
        using var ann = _server.As("ann");

        var page = await ann.GetAsync($"{_site}/people/me/inbox?limit=1").JsonAsync();
        var rest = await ann.GetAsync($"{_site}/people/me/inbox?limit=1&cursor={page.GetProperty("next").GetString()}").JsonAsync();
        using var read = await ann.SendJsonAsync(HttpMethod.Put, $"{_site}/people/me/inbox/read", """{"through":2}""");

        Assert.Equal((2, 1), (Id(page), Id(rest)));
        Assert.False(rest.TryGetProperty("next", out _));
        Assert.Equal(HttpStatusCode.NoContent, read.StatusCode);
        Assert.Equal(0, (await ann.GetAsync($"{_site}/people/me/inbox").JsonAsync()).GetProperty("unread").GetInt32());
    }

    [Fact]
    public async Task An_answer_that_is_taken_back_leaves_the_inbox()
    {
        await using var ann = await HubReader.ConnectAsync(_server, Tokens.For("ann"));
        await ann.Hub.InvokeAsync<InboxView>("WatchInbox", SiteId);
        await AnswerAsync(_server);
        await Eventually.HoldsAsync("the answer is told", () => ann.Inboxes.Any(inbox => inbox.Unread == 1));
        using var bob = _server.As("bob");

        await bob.SendAsync(HttpMethod.Delete, $"{Thread}/comments/2").JsonAsync();

        await Eventually.HoldsAsync("it is gone", () => ann.Inboxes.Any(inbox => inbox is { Unread: 0, Gone: [1] }));
    }

    [Fact]
    public async Task A_sanction_stands_in_the_inbox()
    {
        using var moderator = _server.As("mo", "moderator");
        await moderator.SendJsonAsync(HttpMethod.Post, $"{_site}/people/ann/sanctions", """{"kind":"warn","reason":"mind rule 2"}""").JsonAsync();
        await moderator.SendJsonAsync(HttpMethod.Post, $"{_site}/people/ann/sanctions", """{"kind":"shadow","reason":"secret"}""").JsonAsync();
        await UnreadAsync(_server, 1);
        using var ann = _server.As("ann");

        var item = (await ann.GetAsync($"{_site}/people/me/inbox").JsonAsync()).GetProperty("items")[0];

        Assert.Equal(("warned", "mind rule 2"), (item.GetProperty("kind").GetString(), item.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Nobody_reads_an_inbox_without_signing_in()
    {
        await using var reader = await HubReader.ConnectAsync(_server);

        await Assert.ThrowsAsync<HubException>(() => reader.Hub.InvokeAsync<InboxView>("WatchInbox", SiteId));
        await _server.Anybody.GetAsync($"{_site}/people/me/inbox").IsRefusedAsync(401, "sign_in_required");
        using var ann = _server.As("ann");
        await ann.GetAsync($"{_site}/people/me/inbox?cursor=x").IsRefusedAsync(400, "cursor_invalid");
        await ann.SendJsonAsync(HttpMethod.Put, $"{_site}/people/me/inbox/read", "{}").IsRefusedAsync(400, "request_malformed");
    }

    [Fact]
    public async Task Nothing_is_lost_or_told_twice_when_the_server_starts_anew()
    {
        using var directory = new TemporaryDirectory();
        await using (var first = await RunningServer.StartAsync($"--Store:Directory={directory.Path}"))
        {
            await AnswerAsync(first);
            await UnreadAsync(first, 1);
            await AnswerAsync(first);
        }

        await using var second = await RunningServer.StartAsync($"--Store:Directory={directory.Path}", "--Projections:RecoverEvery=00:00:01");
        await UnreadAsync(second, 2);
        await using var ann = await HubReader.ConnectAsync(second, Tokens.For("ann"));
        var inbox = await ann.Hub.InvokeAsync<InboxView>("WatchInbox", SiteId);
        await AnswerAsync(second);

        await Eventually.HoldsAsync("the third is told", () => ann.Inboxes.Any(told => told.Unread == 3));
        Assert.Equal([2, 1], inbox.Items.Select(item => item.Id));
        Assert.Equal([3], ann.Inboxes.SelectMany(told => told.Items).Select(item => item.Id));
    }

    /// <summary>Ann posts, Bob answers.</summary>
    private async Task AnswerAsync(RunningServer server)
    {
        using var ann = server.As("ann");
        using var bob = server.As("bob");
        var posted = await ann.PostCommentAsync(Thread, $"What do you think? {Guid.NewGuid():N}").JsonAsync();
        await bob.PostCommentAsync(Thread, $"Yes. {Guid.NewGuid():N}", posted.GetProperty("comment").GetProperty("number").GetInt32()).JsonAsync();
    }

    private Task UnreadAsync(RunningServer server, int count)
    {
        var ann = server.As("ann");
        return Eventually.HoldsAsync($"{count} are unread", async () => (await ann.GetFromJsonAsync<InboxCount>($"{_site}/people/me/inbox"))!.Unread == count);
    }

    private static int Id(System.Text.Json.JsonElement page) => Assert.Single(page.GetProperty("items").EnumerateArray()).GetProperty("id").GetInt32();

    private sealed record InboxCount(int Unread);
}
