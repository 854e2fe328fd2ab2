using System.Net.Http.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Realtime.Discussion.Queue;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Desk;

public class DeskHubTests(DevelopmentServer fixture)
{
    private readonly TestSite _site = new(fixture.Server);

    [Fact]
    public async Task What_comes_in_and_what_is_decided_is_told_without_asking()
    {
        await using var desk = await ModeratorAsync();
        var watched = await desk.WatchAsync(_site.Id);
        Assert.Equal((false, 0, 0), (watched.Reset, watched.Page!.Items.Count, watched.Page.Counts.New));

        await fixture.Server.As("ada").PostCommentAsync(_site.Thread).JsonAsync();
        var came = await desk.UntilAsync(watched.Sequence, frame => frame.Items.Count > 0);
        Assert.Equal(("an-article", 1, "new", 1), (came.Items[0].Article, came.Items[0].Number, came.Items[0].State, came.Counts.New));

        await _site.Moderator.PostAsJsonAsync($"{_site.Thread}/comments/1/decisions", new { decision = "reject", reason = "spam", revision = 1 }).JsonAsync();
        var left = await desk.UntilAsync(came.To, frame => frame.Left.Count > 0);
        Assert.Equal((1, "rejected", "THE-MODERATOR", 0), (left.Left[0].Number, left.Left[0].Decision, left.Left[0].By, left.Counts.New));
    }

    [Fact]
    public async Task Who_comes_back_with_a_position_is_told_what_they_missed()
    {
        await using var desk = await ModeratorAsync();
        var before = await desk.WatchAsync(_site.Id);
        await desk.Hub.InvokeAsync("Unwatch", _site.Id);
        await fixture.Server.As("ada").PostCommentAsync(_site.Thread).JsonAsync();
        await using var other = await ModeratorAsync();
        var told = await other.UntilAsync((await other.WatchAsync(_site.Id)).Sequence, frame => frame.Items.Count > 0);

        var resumed = await desk.WatchAsync(_site.Id, before.Position);

        Assert.Equal((false, null, told.To), (resumed.Reset, resumed.Page, resumed.Sequence));
        Assert.Equal([1], resumed.Changes!.Items.Select(item => item.Number));
    }

    [Fact]
    public async Task A_position_of_another_life_begins_afresh()
    {
        await using var desk = await ModeratorAsync();
        var watched = await desk.WatchAsync(_site.Id, "1-5");
        Assert.True(watched.Reset);
        Assert.NotNull(watched.Page);
    }

    [Fact]
    public async Task A_claim_is_seen_on_the_other_desk_at_once()
    {
        await using var desk = await ModeratorAsync();
        var watched = await desk.WatchAsync(_site.Id);
        await fixture.Server.As("ada").PostCommentAsync(_site.Thread).JsonAsync();
        var came = await desk.UntilAsync(watched.Sequence, frame => frame.Items.Count > 0);
        await using var other = await DeskReader.ConnectAsync(fixture.Server, Tokens.For("other", "moderator"));

        await other.Hub.InvokeAsync<ClaimView>("Claim", _site.Id, "an-article", 1);

        var claimed = await desk.UntilAsync(came.To, frame => frame.Items.Any(item => item.Claim is not null));
        Assert.Equal("other", claimed.Items[0].Claim!.By.Id);
        var refused = await Assert.ThrowsAsync<HubException>(() => desk.Hub.InvokeAsync<ClaimView>("Claim", _site.Id, "an-article", 1));
        Assert.Contains("claimed_by_another", refused.Message, StringComparison.Ordinal);
        await other.Hub.InvokeAsync("Release", _site.Id, "an-article", 1);
        await desk.UntilAsync(claimed.To, frame => frame.Items.Any(item => item.Claim is null));
    }

    [Fact]
    public async Task Nobody_without_the_role_watches()
    {
        await using var desk = await DeskReader.ConnectAsync(fixture.Server, Tokens.For("ada"));
        var refused = await Assert.ThrowsAsync<HubException>(() => desk.WatchAsync(_site.Id));
        Assert.Contains("not_allowed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_connects_without_signing_in() =>
        await Assert.ThrowsAsync<HttpRequestException>(() => DeskReader.ConnectAsync(fixture.Server, token: null));

    [Fact]
    public async Task Who_loses_the_role_is_told_nothing_more()
    {
        await _site.GiveRolesAsync("keeper", "moderator");
        await using var desk = await DeskReader.ConnectAsync(fixture.Server, Tokens.For("keeper"));
        await desk.WatchAsync(_site.Id);
        await _site.GiveRolesAsync("keeper");

        await fixture.Server.As("ada").PostCommentAsync(_site.Thread).JsonAsync();

        await Realtime.Testing.Eventually.HoldsAsync("the desk is reset", () => !desk.Resets.IsEmpty);
        await Assert.ThrowsAsync<HubException>(() => desk.WatchAsync(_site.Id));
    }

    private Task<DeskReader> ModeratorAsync() => DeskReader.ConnectAsync(fixture.Server, Tokens.For("the-moderator", "moderator"));
}
