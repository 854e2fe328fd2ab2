using System.Net;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Realtime.Discussion.Commenters;
using Realtime.Server.Commenting;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Realtime.Testing.Processes;
using Xunit;

namespace Realtime.Server.Tests.Live;

/// <summary>Somebody acts on one server, and it holds for connections to the other.</summary>
public sealed class TwoServersTests : IAsyncLifetime
{
    private const string Site = "/api/v1/sites/gazette", Thread = Site + "/articles/a";

    private readonly RedisProcess _redis = new("--appendonly", "yes");
    private readonly List<RunningServer> _servers = [];

    private RunningServer Here => _servers[0];

    private RunningServer There => _servers[1];

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(RedisProcess.IsInstalled, RedisProcess.WhyMissing);
        await _redis.StartAsync();
        for (var i = 0; i < 2; i++) _servers.Add(await RunningServer.StartAsync("--Store:Kind=redis", $"--Store:Redis={_redis.Address}"));
        foreach (var server in _servers)
            await Eventually.HoldsAsync("the server is ready", async () => (await server.Anybody.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task Settings_reach_readers_on_the_other_server()
    {
        await using var reader = await WatchingAsync("ann");
        using var publisher = Here.As("pia", "publisher");

        await publisher.SendJsonAsync(HttpMethod.Put, $"{Site}/settings", """{"locked":true}""").JsonAsync();

        await Eventually.HoldsAsync("the lock is told", () => reader.Sites.Any(site => site.Locked));
    }

    [Fact]
    public async Task A_ban_reaches_an_open_connection_on_the_other_server_and_refuses_its_next_comment()
    {
        await using var bob = await WatchingAsync("bob");
        using var moderator = Here.As("mo", "moderator");

        await moderator.SendJsonAsync(HttpMethod.Post, $"{Site}/people/bob/sanctions", """{"kind":"ban","reason":"spam"}""").JsonAsync();

        await Eventually.HoldsAsync("the ban is told", () => bob.Standings.Any(standing => standing.State == "banned"));
        var post = bob.Hub.InvokeAsync<PostedComment>("Post", "gazette", "a", new PostRequest { ClientCommentId = "b", Body = "Hello" });
        Assert.Contains("\"banned\"", (await Assert.ThrowsAsync<HubException>(() => post)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_comment_leaves_pages_on_the_other_server()
    {
        using var ann = Here.As("ann");
        await ann.PostCommentAsync(Thread, "Rude").JsonAsync();
        await using var reader = await WatchingAsync("bob");
        using var moderator = Here.As("mo", "moderator");

        await moderator.SendJsonAsync(HttpMethod.Post, $"{Thread}/comments/1/decisions", """{"decision":"reject","reason":"offensive","revision":1}""").JsonAsync();

        var change = Assert.Single((await reader.NextAsync()).Changes);
        Assert.Equal(("removed", "rejected", null), (change.Type, change.Comment!.Status, change.Comment.Html));
    }

    [Fact]
    public async Task An_answer_given_on_one_server_arrives_in_the_inbox_on_the_other()
    {
        using var ann = Here.As("ann");
        using var bob = Here.As("bob");
        await ann.PostCommentAsync(Thread, "What do you think?").JsonAsync();
        await using var live = await WatchingAsync("ann");
        await live.Hub.InvokeAsync<InboxView>("WatchInbox", "gazette");

        await bob.PostCommentAsync(Thread, "Yes.", replyTo: 1).JsonAsync();

        await Eventually.HoldsAsync("the answer is told", () => live.Inboxes.Any(inbox => inbox is { Unread: 1, Items: [{ Kind: "reply", Number: 2 }] }));
        Assert.Single(live.Inboxes);
    }

    [Fact]
    public async Task A_list_of_ignored_people_changed_on_one_server_takes_effect_on_the_other()
    {
        using var troll = Here.As("troll");
        await troll.PostCommentAsync(Thread, "Bait").JsonAsync();
        await using var ann = await WatchingAsync("ann");
        await ann.Hub.InvokeAsync<InboxView>("WatchInbox", "gazette");
        using var client = Here.As("ann");

        await client.SendAsync(HttpMethod.Put, $"{Site}/people/me/ignored/troll");

        await ann.ResetTold.Task.WaitAsync(Eventually.Patience);
        Assert.Equal("ignored", Assert.Single((await ann.WatchAsync(Thread)).Page!.Comments).Status);
    }

    private async Task<HubReader> WatchingAsync(string user)
    {
        var reader = await HubReader.ConnectAsync(There, Tokens.For(user));
        await reader.WatchAsync(Thread);
        return reader;
    }
}
