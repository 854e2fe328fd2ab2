using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Grains.Commenters;
using Realtime.Server.Commenting;
using Realtime.Server.Identity;
using Realtime.Server.Tests.Live;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Identity;

public class ProfileTests(DevelopmentServer fixture)
{
    private static readonly UserId Ann = new("ann");

    private readonly RunningServer _server = fixture.Server;
    private readonly string _site = ServerFixture.NewSite();

    private SiteId Site => new(HubReader.Split($"{_site}/articles/a").Site);

    [Fact]
    public async Task Who_writes_over_HTTP_gets_the_profile_of_their_token()
    {
        using var ann = _server.With(Tokens.Sign([new("sub", "ann"), new("name", "Ann Lee"), new("badges", "expert")]));

        await ann.PostCommentAsync($"{_site}/articles/a").JsonAsync();

        await HasAsync(profile => profile is { Name: "Ann Lee", Badges: ["expert"] });
    }

    [Fact]
    public async Task Who_writes_over_the_hub_does_too()
    {
        await using var ann = await HubReader.ConnectAsync(_server, Tokens.For("ann"));

        await ann.Hub.InvokeAsync<PostedComment>("Post", Site.Value, "a", new PostRequest { ClientCommentId = "a", Body = "Hello" });

        await HasAsync(profile => profile?.Name == "ANN");
    }

    [Fact]
    public async Task A_newer_token_brings_a_new_name_and_an_older_one_does_not_bring_the_old_one_back()
    {
        var profiles = _server.Services.GetRequiredService<Profiles>();
        var now = TimeProvider.System.GetUtcNow();

        await profiles.SeenAsync(Named("Ann"), Site, now);
        await profiles.SeenAsync(Named("Anna"), Site, now.AddSeconds(1));
        await profiles.SeenAsync(Named("Ann"), Site, now);

        await HasAsync(profile => profile?.Name == "Anna");
    }

    [Fact]
    public async Task A_token_is_told_once()
    {
        var profiles = _server.Services.GetRequiredService<Profiles>();
        var now = TimeProvider.System.GetUtcNow();
        await profiles.SeenAsync(Named("Ann"), Site, now);
        var before = (await OpenAsync()).Position;

        await profiles.SeenAsync(Named("Another name with the same token"), Site, now);

        Assert.Equal(before, (await OpenAsync()).Position);
    }

    private static Actor Named(string name) => new(Ann, name, Roles.None);

    private Task HasAsync(Func<Profile?, bool> condition) => Eventually.HoldsAsync("the profile is so", async () => condition((await OpenAsync()).State.Profile));

    private async Task<Realtime.Grains.Feeds.IAggregateCopy<Commenter, CommenterEvent>> OpenAsync() =>
        await _server.Services.GetRequiredService<ICommenters>().OpenAsync(Site, Ann, CancellationToken.None);
}
