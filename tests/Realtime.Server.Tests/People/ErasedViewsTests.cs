using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Realtime.Server.Tests.Live;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.People;

/// <summary>After an erasure no view that the server gives to anybody has a word, the name or the id of the person in it.</summary>
public sealed class ErasedViewsTests(DevelopmentServer fixture) : IAsyncLifetime
{
    private const string Person = "grace-hopper", Name = "GRACE-HOPPER", Words = "nanosecond-wire";
    private static readonly string[] Traces = [Person, Name, Words];

    private readonly TestSite _site = new(fixture.Server);
    private string _position = "";

    private HttpClient Grace => fixture.Server.As(Person);

    private HttpClient Bob => fixture.Server.As("bob");

    /// <summary>She writes, is answered, quoted, decided about and reported, reports and reacts herself, and is ignored.</summary>
    public async ValueTask InitializeAsync()
    {
        await Bob.PostCommentAsync(_site.Thread, "what is that?").JsonAsync();
        _position = (await fixture.Server.Anybody.PageAsync(_site.Thread)).GetProperty("position").GetString()!;
        await Grace.PostCommentAsync(_site.Thread, $"It is a {Words}.", replyTo: 1).JsonAsync();
        await Grace.SendJsonAsync(HttpMethod.Put, $"{_site.Thread}/comments/2", $$"""{ "body": "It was a {{Words}}.", "revision": 1, "clientEditId": "e1" }""").JsonAsync();
        await Bob.PostAsJsonAsync($"{_site.Thread}/comments", new { clientCommentId = "q", body = "really?", replyTo = 2, quote = new { number = 2, revision = 2, text = Words } }).JsonAsync();
        await Bob.PostAsJsonAsync($"{_site.Thread}/comments/2/reports", new { reason = "other", detail = $"{Name} says {Words}" }).JsonAsync();
        await Grace.PostAsJsonAsync($"{_site.Thread}/comments/1/reports", new { reason = "illegal", detail = $"it is no {Words}" }).JsonAsync();
        await Grace.SendAsync(HttpMethod.Put, $"{_site.Thread}/comments/1/reactions/like").JsonAsync();
        await Grace.PostCommentAsync(_site.Thread, $"Another {Words}.").JsonAsync();
        await _site.Moderator.DecideAsync(_site.Thread, 4, new { decision = "reject", reason = "other", note = $"no {Words}, {Name}", revision = 1 }).JsonAsync();
        await Grace.PostAsJsonAsync($"{_site.Thread}/comments/4/appeal", new { detail = $"but a {Words}" }).JsonAsync();
        await Bob.SendAsync(HttpMethod.Put, $"{_site.Path}/people/me/ignored/{Person}");
        await _site.SanctionAsync(_site.Moderator, Person, new { kind = "warn", reason = $"{Name}: {Words}" }).JsonAsync();
        await _site.GiveRolesAsync(Person, "staff");
        await Eventually.HoldsAsync("the queue has what she wrote", async () => (await TextAsync(_site.Moderator, $"{_site.Path}/queue")).Contains(Words, StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Nothing_of_the_person_is_in_any_view()
    {
        var seen = await Task.WhenAll(Views.Select(async view => Traces.Any((await TextAsync(view.By, view.Path)).Contains)));
        Assert.True(seen.Count(has => has) > 8, "the views are those that show such things");

        await Grace.DeleteAsync($"{_site.Path}/people/me").JsonAsync();

        foreach (var (by, path) in Views)
            await Eventually.HoldsAsync($"nothing is left in {path}", async () => !Traces.Any((await TextAsync(by, path)).Contains));
        var page = await fixture.Server.Anybody.PageAsync(_site.Thread);
        Assert.Equal([1, 2, 3, 4], page.Numbers());
        Assert.Equal(2, page.GetProperty("commentCount").GetInt32());
    }

    [Fact]
    public async Task Nothing_of_the_person_is_in_what_live_readers_and_moderators_get()
    {
        await using var reader = await HubReader.ConnectAsync(fixture.Server);
        var before = (await reader.WatchAsync(_site.Thread)).Sequence;

        await Grace.DeleteAsync($"{_site.Path}/people/me").JsonAsync();

        var frames = await reader.FramesAsync(before, before + 1);
        Assert.DoesNotContain(Traces, JsonSerializer.Serialize(frames).Contains);
        var caughtUp = await TextAsync(fixture.Server.Anybody, $"{_site.Thread}/changes?since={_position}");
        Assert.DoesNotContain(Traces, caughtUp.Contains);
        Assert.False(JsonDocument.Parse(caughtUp).RootElement.TryGetProperty("reset", out var reset) && reset.GetBoolean());
    }

    [Fact]
    public async Task A_dry_run_from_before_tells_nothing_of_the_person()
    {
        var path = $"{_site.Path}/policy/words/dry-run";
        var run = await _site.Publisher.PostAsJsonAsync(path, new { banned = new[] { "really" }, suspect = new[] { "wire" } }).JsonAsync();
        var id = run.GetProperty("id").GetString();
        await Eventually.HoldsAsync("it is done", async () => (await _site.Publisher.GetAsync($"{path}/{id}").JsonAsync()).GetProperty("done").GetBoolean());

        await Grace.DeleteAsync($"{_site.Path}/people/me").JsonAsync();

        Assert.DoesNotContain(Traces, (await TextAsync(_site.Publisher, $"{path}/{id}")).Contains);
    }

    private (HttpClient By, string Path)[] Views
    {
        get
        {
            var (anybody, moderator, admin) = (fixture.Server.Anybody, _site.Moderator, _site.Admin);
            var tomorrow = Uri.EscapeDataString(TimeProvider.System.GetUtcNow().AddDays(1).ToString("O", CultureInfo.InvariantCulture));
            return
            [
                .. new[] { "newest", "oldest", "top", "replies" }.Select(sort => (anybody, $"{_site.Thread}/comments?sort={sort}")),
                .. new[] { anybody, Bob, moderator }.SelectMany(by => Enumerable.Range(1, 4).Select(number => (by, $"{_site.Thread}/comments/{number}"))),
                (Bob, $"{_site.Thread}/comments?sort=oldest"), (moderator, $"{_site.Thread}/comments?sort=oldest"),
                (anybody, $"{_site.Thread}/changes?since={_position}"), (moderator, $"{_site.Thread}/changes?since={_position}"),
                (moderator, $"{_site.Thread}/audit"), (moderator, $"{_site.Thread}/audit?from=2020-01-01T00:00:00Z&to={tomorrow}"),
                (moderator, $"{_site.Thread}/audit?at={_position[.._position.IndexOf('-', StringComparison.Ordinal)]}-6"),
                (moderator, $"{_site.Path}/queue"), (moderator, $"{_site.Path}/queue?state=appealed"), (moderator, $"{_site.Path}/queue?state=reported"),
                (moderator, $"{_site.Path}/people/bob"), (admin, $"{_site.Path}/people/bob/export"),
                (Bob, $"{_site.Path}/people/me/inbox"), (Bob, $"{_site.Path}/people/me/ignored"), (Bob, $"{_site.Path}/people/me/export"),
                (anybody, $"{_site.Path}/counts?article=an-article"), (anybody, $"/embed/{_site.Id}/an-article"),
                (moderator, $"{_site.Thread}/comments/2/statement"), (moderator, $"{_site.Thread}/comments/4/statement"),
            ];
        }
    }

    /// <summary>What is answered, whether it is a view or a refusal.</summary>
    private static async Task<string> TextAsync(HttpClient by, string path)
    {
        using var answer = await by.GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }
}
