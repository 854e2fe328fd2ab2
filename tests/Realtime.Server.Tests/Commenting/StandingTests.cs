using System.Net.Http.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Realtime.Server.Commenting;
using Realtime.Server.Tests.Live;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Commenting;

/// <summary>What sanctions and the site's modes make of a post.</summary>
public class StandingTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly TestSite _site = new(fixture.Server);

    private string Thread => _site.Thread;

    [Fact]
    public async Task Who_is_banned_hears_why_and_writes_nothing()
    {
        await _server.As("ada").PostCommentAsync(Thread, "Before").JsonAsync();
        await SanctionAsync(new { kind = "ban", reason = "Rule 2" });

        var problem = await _server.As("ada").PostCommentAsync(Thread).IsRefusedAsync(403, "banned");
        await _server.As("ada").PutAsJsonAsync($"{Thread}/comments/1", new { revision = 1, body = "After" }).IsRefusedAsync(403, "banned");

        Assert.Equal("Rule 2", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task The_repetition_of_a_post_from_before_a_ban_is_answered_as_it_was()
    {
        var post = new { clientCommentId = "a", body = "Before" };
        await _server.As("ada").PostAsJsonAsync($"{Thread}/comments", post).JsonAsync();
        await SanctionAsync(new { kind = "ban", reason = "Rule 2" });

        await _server.As("ada").PostAsJsonAsync($"{Thread}/comments", post).IsAnsweredAsync(200, "published");
    }

    [Fact]
    public async Task Who_is_suspended_hears_until_when()
    {
        await SanctionAsync(new { kind = "suspend", until = "2036-01-01T00:00:00Z", reason = "Rule 2" });

        var sent = _server.As("ada").PostCommentAsync(Thread);
        var problem = await sent.IsRefusedAsync(403, "suspended");
        await using var hub = await HubReader.ConnectAsync(_server, Tokens.For("ada"));
        var said = await hub.Hub.InvokeAsync("Post", _site.Id, "an-article", new PostRequest { ClientCommentId = "a", Body = "Hello" }).IsRefusedAsync("suspended");

        Assert.Equal("2036-01-01T00:00:00Z", problem.GetProperty("until").GetString());
        Assert.Equal("2036-01-01T00:00:00Z", said.GetProperty("until").GetString());
        Assert.True((await sent).Headers.RetryAfter?.Delta > TimeSpan.FromDays(1));
        Assert.True(said.GetProperty("retryAfterMs").GetInt64() > TimeSpan.FromDays(1).TotalMilliseconds);
    }

    [Fact]
    public async Task A_warning_stands_in_the_way_until_it_is_acknowledged()
    {
        var warning = await SanctionAsync(new { kind = "warn", reason = "Be kind" });
        var problem = await _server.As("ada").PostCommentAsync(Thread).IsRefusedAsync(403, "warning_unacknowledged");
        Assert.Equal("Be kind", problem.GetProperty("detail").GetString());

        await _server.As("ada").SendAsync(HttpMethod.Post, $"{_site.Path}/people/me/warnings/{warning.GetProperty("id")}/acknowledge");

        await _server.As("ada").PostCommentAsync(Thread).IsAnsweredAsync(201, "published");
    }

    [Fact]
    public async Task A_locked_site_takes_comments_of_moderators_only()
    {
        await _site.SetAsync("settings", new { locked = true });

        await _server.As("ada").PostCommentAsync(Thread).IsRefusedAsync(409, "site_locked");
        await _site.Moderator.PostCommentAsync(Thread).IsAnsweredAsync(201, "published");
    }

    [Fact]
    public async Task In_slow_mode_the_next_comment_has_its_time()
    {
        await _site.SetAsync("settings", new { slowMode = 3600 });
        await _server.As("ada").PostCommentAsync(Thread).JsonAsync();

        var sent = _server.As("ada").PostCommentAsync(Thread);
        var problem = await sent.IsRefusedAsync(429, "slow_mode");

        Assert.True(problem.TryGetProperty("until", out _));
        Assert.InRange((await sent).Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(30), TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task To_the_shadow_banned_everything_looks_as_if_it_were_published()
    {
        await SanctionAsync(new { kind = "shadow", reason = "a troll" });
        var (ada, reader) = (_server.As("ada"), _server.Anybody);

        await ada.PostCommentAsync(Thread, "Listen to me").IsAnsweredAsync(201, "published");
        await ada.PostCommentAsync(Thread, "And again", replyTo: 1).IsAnsweredAsync(201, "published");
        var quoting = await ada.PostAsJsonAsync($"{Thread}/comments", new { clientCommentId = "q", body = "Indeed", quote = new { number = 1, revision = 1, text = "Listen" } })
            .IsAnsweredAsync(201, "published");

        Assert.Equal("Listen", quoting.GetProperty("quote").GetProperty("text").GetString());
        Assert.Equal("published", await ada.StatusAsync(Thread, 1));
        Assert.All((await ada.PageAsync(Thread)).GetProperty("you").GetProperty("comments").EnumerateArray(), own => Assert.Equal("published", own.GetProperty("status").GetString()));
        Assert.Equal("withheld", await _site.Moderator.StatusAsync(Thread, 1));
        await reader.GetAsync($"{Thread}/comments/1").IsRefusedAsync(404, "comment_unknown");
        Assert.Empty((await reader.PageAsync(Thread)).Numbers());
    }

    [Fact]
    public async Task What_waits_cannot_be_answered_or_quoted_by_others_because_they_know_nothing_of_it()
    {
        await _site.Moderator.ReviewAsync(Thread);
        await _server.As("ada").PostCommentAsync(Thread, "Wait for me").IsAnsweredAsync(202, "pending");

        await _server.As("bob").PostCommentAsync(Thread, "I know", replyTo: 1).IsRefusedAsync(422, "parent_unknown");
        await _server.As("bob").PostAsJsonAsync($"{Thread}/comments", new { clientCommentId = "q", body = "x", quote = new { number = 1, revision = 1, text = "Wait" } })
            .IsRefusedAsync(422, "quote_unknown");
    }

    private Task<System.Text.Json.JsonElement> SanctionAsync(object sanction) => _site.SanctionAsync(_site.Moderator, "ada", sanction).JsonAsync();
}
