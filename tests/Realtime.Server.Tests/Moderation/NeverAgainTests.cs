using System.Net.Http.Json;
using System.Text.Json;
using Realtime.Server.Tests.Live;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Moderation;

/// <summary>What readers may not see is in no answer that a reader can get, however they ask.</summary>
public sealed class NeverAgainTests(DevelopmentServer fixture) : IAsyncLifetime
{
    private const string Words = "unspeakable";

    private static readonly Dictionary<string, Func<NeverAgainTests, Task>> Ways = new()
    {
        ["rejected"] = test => test._site.Moderator.RejectAsync(test.Thread, 2),
        ["held"] = test => test._site.Moderator.DecideAsync(test.Thread, 2, new { decision = "hold", revision = 1 }).JsonAsync(),
        ["moved"] = test => test._site.Moderator.DecideAsync(test.Thread, 2, new { decision = "move", revision = 1, to = "elsewhere" }).JsonAsync(),
        ["banned and undone"] = test => test.BanAndUndoAsync(),
        ["taken away"] = test => test.Author.DeleteAsync($"{test.Thread}/comments/2").JsonAsync(),
    };

    private readonly TestSite _site = new(fixture.Server);
    private string _start = "";

    public static TheoryData<string> Names => [.. Ways.Keys];

    private string Thread => _site.Thread;

    private HttpClient Author => fixture.Server.As("troll");

    public async ValueTask InitializeAsync() => _start = (await fixture.Server.Anybody.PageAsync(Thread)).GetProperty("position").GetString()!;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory, MemberData(nameof(Names))]
    public async Task What_was_shown_and_is_gone_is_served_nowhere_also_not_in_quotes(string way)
    {
        await WriteAsync(201, "published");
        Assert.Contains(Words, await EverythingAsync(fixture.Server.Anybody, token: null), StringComparison.Ordinal);

        await Ways[way](this);

        await IsServedNowhereAsync(published: 2);
    }

    [Fact]
    public async Task What_waits_for_a_moderator_is_served_nowhere_and_the_author_and_moderators_see_it()
    {
        await _site.SanctionAsync(_site.Moderator, "troll", new { kind = "review", reason = "to be watched" }).JsonAsync();
        await WriteAsync(202, "pending");

        await IsServedNowhereAsync(published: 1);
        await IsSeenByItsAuthorAndModeratorsAsync("pending");
    }

    [Fact]
    public async Task What_is_withheld_is_served_nowhere_and_the_author_and_moderators_see_it()
    {
        await _site.SanctionAsync(_site.Moderator, "troll", new { kind = "shadow", reason = "a troll" }).JsonAsync();
        await WriteAsync(201, "published");

        await IsServedNowhereAsync(published: 1);
        await IsSeenByItsAuthorAndModeratorsAsync("published");
    }

    [Fact]
    public async Task The_author_and_moderators_see_what_was_rejected()
    {
        await WriteAsync(201, "published");
        await Ways["rejected"](this);

        await IsSeenByItsAuthorAndModeratorsAsync("rejected");
    }

    [Fact]
    public async Task A_reader_who_has_the_page_open_is_told_to_take_it_away()
    {
        await WriteAsync(201, "published");
        await using var reader = await HubReader.ConnectAsync(fixture.Server);
        var watched = await reader.WatchAsync(Thread);

        await Ways["rejected"](this);
        var frame = Assert.Single(await reader.FramesAsync(watched.Sequence, watched.Sequence + 1));

        var removed = Assert.Single(frame.Changes);
        Assert.Equal(("removed", 2, "rejected"), (removed.Type, removed.Comment!.Number, removed.Comment.Status));
        Assert.Equal([3], removed.QuotedBy);
        Assert.DoesNotContain(Words, JsonSerializer.Serialize(frame), StringComparison.Ordinal);
    }

    /// <summary>1 of bob, 2 of the troll, 3 of bob that quotes it where it can be quoted.</summary>
    private async Task WriteAsync(int status, string comment)
    {
        var bob = fixture.Server.As("bob");
        await bob.PostCommentAsync(Thread, "Good morning").JsonAsync();
        await Author.PostCommentAsync(Thread, $"Something {Words}", replyTo: 1).IsAnsweredAsync(status, comment);
        var quote = new { clientCommentId = "quote", body = "Is it?", quote = new { number = 2, revision = 1, text = Words } };
        using var quoting = await bob.PostAsJsonAsync($"{Thread}/comments", quote);
    }

    private async Task<JsonElement> BanAndUndoAsync()
    {
        await _site.SanctionAsync(_site.Moderator, "troll", new { kind = "ban", reason = "a troll" }).JsonAsync();
        return await _site.Moderator.PostAsJsonAsync($"{_site.Path}/people/troll/undo", new { reason = "abusive" }).JsonAsync();
    }

    private async Task IsServedNowhereAsync(int published)
    {
        foreach (var (client, token) in new[] { (fixture.Server.Anybody, null), (fixture.Server.As("bob"), Tokens.For("bob")), (fixture.Server.As("vera", "staff"), Tokens.For("vera", "staff")) })
            Assert.DoesNotContain(Words, await EverythingAsync(client, token), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(published, (await fixture.Server.Anybody.PageAsync(Thread)).GetProperty("commentCount").GetInt32());
        await Eventually.HoldsAsync("the count is told", async () => published ==
            (await fixture.Server.Anybody.GetAsync($"{_site.Path}/counts?article=an-article").JsonAsync()).GetProperty("counts").GetProperty("an-article").GetInt32());
    }

    private async Task IsSeenByItsAuthorAndModeratorsAsync(string toAuthor)
    {
        Assert.Equal(toAuthor, await Author.StatusAsync(Thread, 2));
        Assert.Contains(Words, (await Author.PageAsync(Thread)).GetProperty("you").GetRawText(), StringComparison.Ordinal);
        Assert.Contains(Words, (await _site.Moderator.ReadAsync(Thread, 2)).GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    /// <summary>All that this reader can get of the thread, in one string.</summary>
    private async Task<string> EverythingAsync(HttpClient client, string? token)
    {
        var answers = new List<string>();
        foreach (var sort in new[] { "newest", "oldest", "top", "replies" })
        {
            answers.Add(await client.GetStringAsync($"{Thread}/comments?sort={sort}"));
            for (string? cursor = null, page; (page = await client.GetStringAsync($"{Thread}/comments?sort={sort}&limit=1&cursor={cursor}")) is not null;)
            {
                answers.Add(page);
                if (!JsonDocument.Parse(page).RootElement.TryGetProperty("next", out var next)) break;
                cursor = next.GetString();
            }
        }

        for (var number = 1; number <= 3; number++)
        {
            using var found = await client.GetAsync($"{Thread}/comments/{number}");
            answers.Add(await found.Content.ReadAsStringAsync());
        }

        answers.Add(await client.GetStringAsync($"{Thread}/changes?since={_start}"));
        await using var reader = await HubReader.ConnectAsync(fixture.Server, token);
        answers.Add(JsonSerializer.Serialize(await reader.WatchAsync(Thread)));
        answers.Add(JsonSerializer.Serialize(await reader.WatchAsync(Thread, _start)));
        return string.Join('\n', answers);
    }
}
