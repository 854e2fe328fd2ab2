using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Realtime.Server.Commenting;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Live;

public class StandingTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly string _site = ServerFixture.NewSite();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_ban_reaches_open_connections_and_refuses_what_they_write_next(bool messagePack)
    {
        await using var bob = await ArriveAsync("bob", messagePack);
        await using var other = await ArriveAsync("ann");

        await ImposeAsync("bob", """{"kind":"ban","reason":"spam"}""");

        await Eventually.HoldsAsync("Bob is told", () => bob.Standings.Any(standing => standing is { State: "banned", Reason: "spam", Until: null }));
        var refused = await Assert.ThrowsAsync<HubException>(() => PostAsync(bob));
        Assert.Contains("\"banned\"", refused.Message, StringComparison.Ordinal);
        Assert.Empty(other.Standings);
    }

    [Fact]
    public async Task A_ban_that_is_lifted_is_told_too()
    {
        await using var bob = await ArriveAsync("bob");
        await ImposeAsync("bob", """{"kind":"ban","reason":"spam"}""");
        await Eventually.HoldsAsync("the ban is told", () => bob.Standings.Any(standing => standing.State == "banned"));
        using var moderator = _server.As("mo", "moderator");

        await moderator.SendAsync(HttpMethod.Delete, $"{_site}/people/bob/sanctions/1");

        await Eventually.HoldsAsync("the end is told", () => bob.Standings.Last().State == "good");
        await PostAsync(bob);
    }

    [Fact]
    public async Task The_end_of_a_suspension_is_told_by_itself()
    {
        await using var bob = await ArriveAsync("bob");
        var until = TimeProvider.System.GetUtcNow().AddSeconds(1);

        await ImposeAsync("bob", $$"""{"kind":"suspend","reason":"cool down","until":"{{until:O}}"}""");

        await Eventually.HoldsAsync("both are told", () => bob.Standings.Select(standing => standing.State).SequenceEqual(["suspended", "good"]));
        await PostAsync(bob);
    }

    [Fact]
    public async Task A_warning_is_told_with_the_number_to_acknowledge_it_by()
    {
        await using var bob = await ArriveAsync("bob");
        await ImposeAsync("bob", """{"kind":"warn","reason":"mind rule 2"}""");
        await Eventually.HoldsAsync("the warning is told", () => bob.Standings.Any(standing => standing is { State: "warned", Reason: "mind rule 2", Sanction: 1 }));
        using var me = _server.As("bob");

        await me.PostAsync($"{_site}/people/me/warnings/1/acknowledge", null);

        await Eventually.HoldsAsync("the end is told", () => bob.Standings.Last().State == "good");
    }

    [Theory]
    [InlineData("shadow")]
    [InlineData("review")]
    public async Task What_works_by_not_being_known_is_not_told(string kind)
    {
        await using var bob = await ArriveAsync("bob");
        await ImposeAsync("bob", $$"""{"kind":"{{kind}}","reason":"secret"}""");

        await ImposeAsync("bob", """{"kind":"ban","reason":"spam"}""");

        await Eventually.HoldsAsync("the ban is told", () => bob.Standings.Any(standing => standing.State == "banned"));
        Assert.Single(bob.Standings);
    }

    [Fact]
    public async Task What_holds_everywhere_is_told_at_the_site_where_somebody_is()
    {
        await using var eve = await ArriveAsync("eve-everywhere");
        using var admin = _server.As("root", "admin");

        await admin.SendJsonAsync(HttpMethod.Post, $"{_site}/people/eve-everywhere/sanctions", """{"kind":"ban","reason":"all over","everywhere":true}""").JsonAsync();

        await Eventually.HoldsAsync("the ban is told", () => eve.Standings.Any(standing => standing.State == "banned" && _site.EndsWith(standing.Site, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_comes_back_is_told_how_they_stand()
    {
        await ImposeAsync("bob", """{"kind":"ban","reason":"spam"}""");

        await using var bob = await ArriveAsync("bob");

        await Eventually.HoldsAsync("the ban is told", () => bob.Standings.Any(standing => standing.State == "banned"));
    }

    [Fact]
    public async Task Who_may_not_write_is_not_announced_as_writing()
    {
        await using var reader = await ArriveAsync("ann");
        await using var bob = await ArriveAsync("bob");
        await TypeAsync(bob);
        await Eventually.HoldsAsync("Bob is announced", () => reader.Presences.Any(presence => presence.Typing.Contains("BOB")));

        await ImposeAsync("bob", """{"kind":"shadow","reason":"troll"}""");
        await TypeAsync(bob);
        await TypeAsync(reader);

        await Eventually.HoldsAsync("Ann is announced alone", () => reader.Presences.Last().Typing is ["ANN"]);
    }

    private async Task<HubReader> ArriveAsync(string user, bool messagePack = false)
    {
        var reader = await HubReader.ConnectAsync(_server, Tokens.For(user), messagePack);
        await reader.WatchAsync($"{_site}/articles/a");
        return reader;
    }

    private async Task ImposeAsync(string user, string sanction)
    {
        using var moderator = _server.As("mo", "moderator");
        await moderator.SendJsonAsync(HttpMethod.Post, $"{_site}/people/{user}/sanctions", sanction).JsonAsync();
    }

    private Task<PostedComment> PostAsync(HubReader reader) => reader.Hub.InvokeAsync<PostedComment>(
        "Post", HubReader.Split($"{_site}/articles/a").Site, "a", new PostRequest { ClientCommentId = Guid.NewGuid().ToString("N"), Body = "Hello" });

    private Task TypeAsync(HubReader reader) => reader.Hub.InvokeAsync("Typing", HubReader.Split($"{_site}/articles/a").Site, "a");
}
