using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Operations;

public class RebuildTests(DevelopmentServer fixture)
{
    private readonly TestSite _site = new(fixture.Server);

    [Fact]
    public async Task A_history_that_was_lost_is_made_again_from_the_journals()
    {
        var people = fixture.Server.Services.GetRequiredService<IPeople>();
        var (site, ada) = (new SiteId(_site.Id), new UserId("ada"));
        foreach (var thread in new[] { "one", "two" }) await fixture.Server.As("ada").PostCommentAsync($"{_site.Path}/articles/{thread}").JsonAsync();
        Task<long> CountAsync() => people.CountAsync(site, ada, TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync("both comments are in the history", async () => await CountAsync() == 2);
        await people.ForgetAsync(site, ada);

        var rebuilt = await _site.Admin.PostAsJsonAsync("/api/v1/operations/rebuild", new { projection = "people", site = _site.Id }).JsonAsync();

        Assert.Equal((2, 2), (rebuilt.GetProperty("threads").GetInt32(), await CountAsync()));
    }

    [Fact]
    public async Task Rebuilding_the_queue_brings_every_item_once()
    {
        for (var i = 0; i < 3; i++) await fixture.Server.As("ada").PostCommentAsync(_site.Thread).JsonAsync();
        await _site.Admin.PostAsJsonAsync("/api/v1/operations/rebuild", new { projection = "queue", site = _site.Id }).JsonAsync();

        var queue = await _site.Moderator.GetAsync($"{_site.Path}/queue").JsonAsync();

        Assert.Equal([1, 2, 3], queue.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetInt32()).Order());
    }

    [Theory]
    [InlineData("moderator", "queue", "gazette", 403, "not_allowed")]
    [InlineData("admin", "nonsense", "gazette", 404, "projection_unknown")]
    [InlineData("admin", "queue", "no site", 400, "site_invalid")]
    public async Task What_cannot_be_rebuilt_is_refused(string role, string projection, string site, int status, string code) =>
        await fixture.Server.As("somebody", role).PostAsJsonAsync("/api/v1/operations/rebuild", new { projection, site }).IsRefusedAsync(status, code);
}
