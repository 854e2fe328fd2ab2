namespace Realtime.Browser.Tests.Desk;

/// <summary>The server dies and comes back while moderators work.</summary>
public class DeskInterruptionTests(Chromium chromium)
{
    private const int Many = 8;

    [Fact]
    public async Task After_a_kill_and_a_restart_two_moderators_go_on_and_nothing_is_decided_twice_or_shown_as_it_was()
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        await using var server = await LiveServer.StartAsync();
        var site = await DeskSite.OpenAsync(server);
        await site.PostAsync(Enumerable.Range(1, Many).Select(number => $"Opinion number {number} about the bridge, held at {number * 7} past the hour."));
        await site.WaitingAsync(Many);
        await using var mira = await Moderator.OpenAsync(chromium, site, Person.Mira);
        await mira.ReadyAsync();
        await using var anahit = await Moderator.OpenAsync(chromium, site, Person.Anahit);
        await anahit.ReadyAsync();
        var (hers, another) = (await mira.OpenNumberAsync(), await anahit.OpenNumberAsync());

        // Mira's decision reaches the server, which dies with the answer.
        await mira.Page.RouteAsync("**/decisions", async route =>
        {
            await route.FetchAsync();
            server.Kill();
            await route.AbortAsync();
        });
        await mira.PressAsync("a");
        await Expect(mira.Notices).ToContainTextAsync("Whether it was done shows as soon as there is a connection again.");
        foreach (var moderator in new[] { mira, anahit }) await Expect(moderator.Connection).ToContainTextAsync("Reconnecting");
        await anahit.PressAsync("a");
        await Expect(anahit.Notices).ToContainTextAsync("No connection.");
        await anahit.PressAsync("k");
        await mira.Page.UnrouteAsync("**/decisions");
        await server.StartAgainAsync();
        foreach (var moderator in new[] { mira, anahit }) await Expect(moderator.Connection).ToContainTextAsync("Live");

        // What was done is not offered again, what was not is, and the claims are theirs.
        foreach (var moderator in new[] { mira, anahit }) await Expect(moderator.Rows).ToHaveCountAsync(Many - 1);
        await anahit.ReadyAsync();
        Assert.Equal(another, await anahit.OpenNumberAsync());
        await Eventually.HoldsAsync("Anahit's claim stands", async () => await site.ClaimantAsync(another) == Person.Anahit.Name);
        await Task.WhenAll(mira.EmptyQueueAsync(), anahit.EmptyQueueAsync());
        foreach (var number in Enumerable.Range(1, Many))
            Assert.Equal(1, (await site.CommentAsync(number)).GetProperty("decided").GetProperty("count").GetInt32());
        Assert.Equal(Person.Mira.Name, (await site.CommentAsync(hers)).GetProperty("decided").GetProperty("by").GetProperty("name").GetString());
        foreach (var moderator in new[] { mira, anahit })
        {
            await Expect(moderator.Rows).ToHaveCountAsync(0);
            Assert.Empty(moderator.Window.Errors);
        }
    }

    [Fact]
    public async Task What_was_decided_while_a_moderator_was_cut_off_is_not_looked_at_as_if_it_waited()
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        await using var server = await LiveServer.StartAsync();
        var site = await DeskSite.OpenAsync(server);
        await site.PostAsync(Enumerable.Range(1, 3).Select(number => $"Opinion number {number} about the bridge, held at {number * 7} past the hour."));
        await site.WaitingAsync(3);
        await using var mira = await Moderator.OpenAsync(chromium, site, Person.Mira);
        await mira.ReadyAsync();
        var looked = await mira.OpenNumberAsync();

        await mira.Page.Context.SetOfflineAsync(true);
        server.Kill();
        await Expect(mira.Connection).ToContainTextAsync("Reconnecting");
        await server.StartAgainAsync();
        await site.DecideAsync(Person.Anahit, looked, "reject", "spam");
        await site.WaitingAsync(2);
        await mira.Page.Context.SetOfflineAsync(false);

        await Expect(mira.Banner).ToContainTextAsync($"Already rejected by {Person.Anahit.Name}");
        await mira.PressAsync("a");
        await mira.PressAsync("j");
        await mira.ReadyAsync();
        Assert.Equal("rejected", (await site.CommentAsync(looked)).GetProperty("status").GetString());
        Assert.Empty(mira.Window.Errors);
    }
}
