using System.Net.Http.Json;
using System.Text.Json;
using Realtime.Server.Tests.Live;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Sites;

/// <summary>Word lists tried on what stands, and then made true.</summary>
public class DryRunTests(DevelopmentServer fixture)
{
    private static readonly object Lists = new { banned = new[] { "blorp" }, suspect = new[] { "ferry" } };

    private readonly TestSite _site = new(fixture.Server);

    private string Path => $"{_site.Path}/policy/words/dry-run";

    [Fact]
    public async Task It_tells_what_would_change_and_changes_nothing()
    {
        await PostAsync("A blorp!", "A bridge.", "The ferry, the ferry.");

        var run = await RunAsync(_site.Publisher);

        Assert.Equal((1, 3), (run.GetProperty("threads").GetInt32(), run.GetProperty("comments").GetInt32()));
        Assert.Equal("""{"hold":1,"reject":1,"release":0}""", run.GetProperty("totals").GetRawText());
        Assert.Equal(
            """{"article":"an-article","number":1,"would":"reject","matches":[{"entry":"blorp","spans":[{"start":2,"length":5}]}]}""",
            run.GetProperty("changes")[0].GetRawText());
        Assert.Equal(2, run.GetProperty("changes")[1].GetProperty("matches")[0].GetProperty("spans").GetArrayLength());
        Assert.Equal(3, (await fixture.Server.Anybody.GetAsync($"{_site.Thread}/comments").JsonAsync()).Numbers().Count());
        Assert.Empty((await _site.Publisher.GetAsync($"{_site.Path}/policy/words").JsonAsync()).GetProperty("banned").EnumerateArray());
    }

    [Fact]
    public async Task Applied_it_leaves_the_readers_open_page_at_once()
    {
        await PostAsync("A blorp!", "A bridge.", "The ferry.");
        await using var reader = await HubReader.ConnectAsync(fixture.Server);
        await reader.WatchAsync(_site.Thread);
        var (id, _) = await RunWithIdAsync(_site.Moderator);

        var applied = await _site.Moderator.PostAsync($"{Path}/{id}/apply", null).JsonAsync();

        Assert.Equal("""{"held":1,"rejected":1,"released":0,"skipped":0,"left":0}""", applied.GetRawText());
        var frames = await reader.FramesAsync(3, 5);
        Assert.Equal([1, 3], frames.SelectMany(frame => frame.Changes).Where(change => change.Type == "removed").Select(change => change.Comment!.Number).Order());
        Assert.Equal("blorp", (await _site.Publisher.GetAsync($"{_site.Path}/policy/words").JsonAsync()).GetProperty("banned")[0].GetString());
    }

    [Fact]
    public async Task Applied_again_nothing_is_decided_twice()
    {
        await PostAsync("A blorp!");
        var (id, _) = await RunWithIdAsync(_site.Moderator);
        await _site.Moderator.PostAsync($"{Path}/{id}/apply", null).JsonAsync();

        var again = await _site.Moderator.PostAsync($"{Path}/{id}/apply", null).JsonAsync();

        Assert.Equal("""{"held":0,"rejected":0,"released":0,"skipped":1,"left":0}""", again.GetRawText());
    }

    [Fact]
    public async Task What_was_decided_edited_or_removed_meanwhile_is_left_as_it_is()
    {
        await PostAsync("A blorp!", "A second blorp!", "A third blorp!");
        var (id, run) = await RunWithIdAsync(_site.Moderator);
        Assert.Equal(3, run.GetProperty("totals").GetProperty("reject").GetInt32());
        using var ani = fixture.Server.As("ani");
        await _site.Moderator.PostAsJsonAsync($"{_site.Thread}/comments/1/decisions", new { decision = "approve", revision = 1 }).JsonAsync();
        await ani.PutAsJsonAsync($"{_site.Thread}/comments/2", new { body = "A bridge", revision = 1 }).JsonAsync();

        var applied = await _site.Moderator.PostAsync($"{Path}/{id}/apply", null).JsonAsync();

        Assert.Equal((1, 2), (applied.GetProperty("rejected").GetInt32(), applied.GetProperty("skipped").GetInt32()));
        var page = await fixture.Server.Anybody.GetAsync($"{_site.Thread}/comments?sort=oldest").JsonAsync();
        Assert.Equal(["published", "published", "rejected"], page.GetProperty("comments").EnumerateArray().Select(comment => comment.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task A_publisher_may_try_but_decides_about_no_comment()
    {
        await PostAsync("A blorp!");
        var (id, _) = await RunWithIdAsync(_site.Publisher);

        await _site.Publisher.PostAsync($"{Path}/{id}/apply", null).IsRefusedAsync(403, "not_allowed");
        Assert.Equal(1, (await _site.Admin.PostAsync($"{Path}/{id}/apply", null).JsonAsync()).GetProperty("rejected").GetInt32());
    }

    [Fact]
    public async Task Nobody_else_may_try_or_read_what_was_tried()
    {
        var (id, _) = await RunWithIdAsync(_site.Publisher);
        using var staff = fixture.Server.As("sue", "staff");

        await staff.PostAsJsonAsync(Path, Lists).IsRefusedAsync(403, "not_allowed");
        await staff.GetAsync($"{Path}/{id}").IsRefusedAsync(403, "not_allowed");
        await fixture.Server.Anybody.PostAsJsonAsync(Path, Lists).IsRefusedAsync(401, "sign_in_required");
    }

    [Fact]
    public async Task A_run_is_known_by_its_site_only()
    {
        var (id, _) = await RunWithIdAsync(_site.Publisher);

        await _site.Publisher.GetAsync($"{new TestSite(fixture.Server).Path}/policy/words/dry-run/{id}").IsRefusedAsync(404, "dry_run_unknown");
        await _site.Publisher.GetAsync($"{Path}/another").IsRefusedAsync(404, "dry_run_unknown");
    }

    [Fact]
    public async Task A_new_run_of_the_same_person_takes_the_place_of_theirs_before()
    {
        var (first, _) = await RunWithIdAsync(_site.Publisher);
        var (second, _) = await RunWithIdAsync(_site.Publisher);
        await RunWithIdAsync(_site.Moderator);

        await _site.Publisher.GetAsync($"{Path}/{first}").IsRefusedAsync(404, "dry_run_unknown");
        await _site.Publisher.GetAsync($"{Path}/{second}").JsonAsync();
    }

    [Fact]
    public async Task Whoever_gives_a_run_up_hears_no_more_of_it()
    {
        var (id, _) = await RunWithIdAsync(_site.Publisher);
        using var staff = fixture.Server.As("sue", "staff");
        await staff.DeleteAsync($"{Path}/{id}").IsRefusedAsync(403, "not_allowed");

        using (var cancelled = await _site.Moderator.DeleteAsync($"{Path}/{id}")) Assert.Equal(System.Net.HttpStatusCode.NoContent, cancelled.StatusCode);

        await _site.Publisher.GetAsync($"{Path}/{id}").IsRefusedAsync(404, "dry_run_unknown");
        await _site.Publisher.DeleteAsync($"{Path}/{id}").IsRefusedAsync(404, "dry_run_unknown");
        await _site.Moderator.PostAsync($"{Path}/{id}/apply", null).IsRefusedAsync(404, "dry_run_unknown");
    }

    [Fact]
    public async Task Lists_with_a_mistake_are_not_tried()
    {
        var problem = await _site.Publisher.PostAsJsonAsync(Path, new { banned = new[] { "" } }).IsRefusedAsync(422, "words_invalid");

        Assert.Contains("words:banned[0]", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private async Task PostAsync(params string[] bodies)
    {
        using var ani = fixture.Server.As("ani");
        foreach (var body in bodies) await ani.PostCommentAsync(_site.Thread, body).JsonAsync();
    }

    private async Task<JsonElement> RunAsync(HttpClient by) => (await RunWithIdAsync(by)).Run;

    private async Task<(string Id, JsonElement Run)> RunWithIdAsync(HttpClient by)
    {
        var id = (await by.PostAsJsonAsync(Path, Lists).JsonAsync()).GetProperty("id").GetString()!;
        var run = default(JsonElement);
        await Eventually.HoldsAsync("the run is done", async () => (run = await by.GetAsync($"{Path}/{id}").JsonAsync()).GetProperty("done").GetBoolean());
        return (id, run);
    }
}
