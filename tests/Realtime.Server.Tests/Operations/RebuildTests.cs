using System.Net.Http.Json;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Operations;

public class RebuildTests(DevelopmentServer fixture)
{
    private const string Path = "/api/v1/operations/rebuild";

    private readonly TestSite _site = new(fixture.Server);

    [Fact]
    public async Task Only_an_admin_has_a_projection_made_anew()
    {
        using var publisher = fixture.Server.As("pub", "publisher", "moderator");

        await publisher.PostAsJsonAsync(Path, new { projection = "queue", site = _site.Id }).IsRefusedAsync(403, "not_allowed");
        await fixture.Server.Anybody.PostAsJsonAsync(Path, new { projection = "queue", site = _site.Id }).IsRefusedAsync(401, "sign_in_required");
    }

    [Fact]
    public async Task A_projection_that_does_not_exist_is_answered_with_those_that_do()
    {
        var problem = await _site.Admin.PostAsJsonAsync(Path, new { projection = "opinions", site = _site.Id }).IsRefusedAsync(404, "projection_unknown");

        Assert.Contains("queue", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await _site.Admin.PostAsJsonAsync(Path, new { projection = "queue", site = "no site" }).IsRefusedAsync(400, "site_invalid");
    }

    [Fact]
    public async Task A_queue_made_anew_is_what_it_was()
    {
        await _site.SetAsync("settings", new { moderation = "pre" });
        using var ani = fixture.Server.As("ani");
        await ani.PostCommentAsync(_site.Thread).JsonAsync();
        await ani.PostCommentAsync($"{_site.Path}/articles/another").JsonAsync();
        await Eventually.HoldsAsync("both wait", async () => await WaitingAsync() == 2);

        var rebuilt = await _site.Admin.PostAsJsonAsync(Path, new { projection = "queue", site = _site.Id }).JsonAsync();

        Assert.Equal(2, rebuilt.GetProperty("threads").GetInt32());
        Assert.Equal(2, await WaitingAsync());
    }

    [Fact]
    public async Task Counts_made_anew_are_what_they_were()
    {
        using var ani = fixture.Server.As("ani");
        await ani.PostCommentAsync(_site.Thread).JsonAsync();

        Assert.Equal(1, (await _site.Admin.PostAsJsonAsync(Path, new { projection = "counts", site = _site.Id }).JsonAsync()).GetProperty("threads").GetInt32());
        var counts = await fixture.Server.Anybody.GetAsync($"{_site.Path}/counts?article=an-article").JsonAsync();
        Assert.Equal(1, counts.GetProperty("counts").GetProperty("an-article").GetInt32());
    }

    private async Task<int> WaitingAsync()
    {
        var queue = await _site.Moderator.GetAsync($"{_site.Path}/queue?state=pending").JsonAsync();
        return queue.GetProperty("items").EnumerateArray().Count(item => item.GetProperty("state").GetString() == "pending");
    }
}
