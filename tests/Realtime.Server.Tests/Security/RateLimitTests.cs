using System.Net.Http.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Security;

/// <summary>OWASP ASVS V2.4 (anti-automation): per person and per address, and no way around by being many people.</summary>
public class RateLimitTests
{
    private static readonly string[] FewWrites = ["--RateLimits:Enabled=true", "--RateLimits:Writes:Burst=6", "--RateLimits:Writes:Every=01:00:00"];

    [Fact]
    public async Task Site_changes_draw_on_the_persons_budget_on_all_sites_together()
    {
        await using var server = await RunningServer.StartAsync(FewWrites);
        var (one, other) = (new TestSite(server), new TestSite(server));
        for (var i = 0; i < 3; i++)
        {
            await one.SetAsync("settings", new { holdAtReports = i + 1 });
            await other.SetAsync("settings", new { holdAtReports = i + 1 });
        }

        await one.Publisher.PutAsJsonAsync($"{one.Path}/settings", new { }).IsRefusedAsync(429, "rate_limited");
        await one.Moderator.PutAsJsonAsync($"{one.Path}/policy/words", new { }).JsonAsync();
    }

    [Theory]
    [InlineData("/api/v1/people/nobody")]
    [InlineData("/api/v1/sites/gazette/people/nobody")]
    public async Task Erasures_which_read_the_whole_store_draw_on_the_persons_budget(string path)
    {
        await using var server = await RunningServer.StartAsync("--RateLimits:Enabled=true", "--RateLimits:Writes:Burst=2", "--RateLimits:Writes:Every=01:00:00");
        var admin = server.As("the-admin", "admin");
        for (var i = 0; i < 2; i++) await admin.DeleteAsync(path).JsonAsync();

        await admin.DeleteAsync(path).IsRefusedAsync(429, "rate_limited");
    }

    [Fact]
    public async Task Guests_of_one_address_share_a_budget_however_many_they_are()
    {
        await using var server = await RunningServer.StartAsync(FewWrites);
        var site = new TestSite(server);
        await site.SetAsync("settings", new { guests = "on" });
        var guests = new List<HttpClient>();
        for (var i = 0; i < 7; i++) guests.Add(server.With((await site.BecomeGuestAsync($"Guest {i}").JsonAsync()).GetProperty("token").GetString()!));

        for (var i = 0; i < 6; i++) await guests[i].PostCommentAsync(site.Thread, $"Comment {i}").JsonAsync();

        await guests[6].PostCommentAsync(site.Thread).IsRefusedAsync(429, "rate_limited");
        await server.As("ada").PostCommentAsync(site.Thread).JsonAsync();
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Real-IP")]
    [InlineData("Forwarded")]
    public async Task An_address_that_the_client_claims_is_not_believed(string header)
    {
        await using var server = await RunningServer.StartAsync("--RateLimits:Enabled=true", "--RateLimits:Requests:Burst=3", "--RateLimits:Requests:Every=01:00:00");
        for (var i = 0; i < 3; i++) await AskAsync(server, header, i).JsonAsync();

        await AskAsync(server, header, 3).IsRefusedAsync(429, "rate_limited");
    }

    private static Task<HttpResponseMessage> AskAsync(RunningServer server, string header, int i) =>
        server.Anybody.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/v1/sites/gazette/policy") { Headers = { { header, $"192.0.2.{i}" } } });
}
