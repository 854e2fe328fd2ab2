using Realtime.Server.Live.Sites;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Live;

public class SiteChangeTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly string _site = ServerFixture.NewSite();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Readers_are_told_when_the_site_is_kept_otherwise(bool messagePack)
    {
        await using var reader = await HubReader.ConnectAsync(_server, messagePack: messagePack);
        var watched = await reader.WatchAsync($"{_site}/articles/a");
        using var publisher = _server.As("pia", "publisher");

        await publisher.SendJsonAsync(HttpMethod.Put, $"{_site}/settings", """{"locked":true,"moderation":"pre","guests":"review","slowMode":90}""").JsonAsync();

        Assert.Equal((false, false, "off", null), Of(watched.SiteView!));
        await Eventually.HoldsAsync("the change is told", () => reader.Sites.Any(site => Of(site) == (true, true, "review", 90)));
        Assert.Equal(watched.SiteView!.PolicyVersion, reader.Sites.Last().PolicyVersion);
    }

    [Fact]
    public async Task Readers_are_told_when_the_policy_has_changed()
    {
        await using var reader = await HubReader.ConnectAsync(_server);
        var watched = await reader.WatchAsync($"{_site}/articles/a");
        using var publisher = _server.As("pia", "publisher");

        await publisher.SendJsonAsync(HttpMethod.Put, $"{_site}/policy", """{"rules":[{"number":1,"title":"Be kind","text":"Always."}]}""").JsonAsync();

        await Eventually.HoldsAsync("another version is told", () => reader.Sites.Any(site => site.PolicyVersion != watched.SiteView!.PolicyVersion));
    }

    [Fact]
    public async Task What_readers_do_not_see_of_a_site_is_not_told()
    {
        await using var reader = await HubReader.ConnectAsync(_server);
        await reader.WatchAsync($"{_site}/articles/a");
        using var publisher = _server.As("pia", "publisher", "moderator");

        await publisher.SendJsonAsync(HttpMethod.Put, $"{_site}/policy/words", """{"banned":["frabjous"]}""").JsonAsync();
        await publisher.SendJsonAsync(HttpMethod.Post, $"{_site}/people/bob/sanctions", """{"kind":"ban","reason":"spam"}""").JsonAsync();
        await publisher.SendJsonAsync(HttpMethod.Put, $"{_site}/settings", """{"locked":true}""").JsonAsync();
        await Eventually.HoldsAsync("the lock is told", () => reader.Sites.Any(site => site.Locked));

        Assert.All(reader.Sites, site => Assert.True(site.Locked));
    }

    [Fact]
    public async Task Who_watches_later_is_answered_how_the_site_is_then()
    {
        using var publisher = _server.As("pia", "publisher");
        await publisher.SendJsonAsync(HttpMethod.Put, $"{_site}/settings", """{"locked":true}""").JsonAsync();
        await using var reader = await HubReader.ConnectAsync(_server);

        Assert.True((await reader.WatchAsync($"{_site}/articles/a")).SiteView!.Locked);
    }

    private static (bool Locked, bool Review, string Guests, int? SlowMode) Of(SiteView site) => (site.Locked, site.Review, site.Guests, site.SlowMode);
}
