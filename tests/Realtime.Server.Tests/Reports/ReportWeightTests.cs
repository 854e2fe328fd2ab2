using System.Net.Http.Json;
using System.Text.Json;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Reports;

public class ReportWeightTests(DevelopmentServer fixture)
{
    private readonly TestSite _site = new(fixture.Server);

    [Fact]
    public async Task Who_keeps_reporting_what_is_let_stand_is_heard_and_not_counted()
    {
        for (var number = 1; number <= 5; number++) await GroundlessAsync(number);
        await Eventually.HoldsAsync("the reporter has been told five times", async () => (await InboxOfAsync("crier")).Count("reportGroundless") == 5);
        await _site.SetAsync("settings", new { holdAtReports = 1 });
        await PostAsync();

        await ReportAsync("crier", 6, new { reason = "abusive" }).JsonAsync();

        var reports = await ReportsOnAsync(6);
        Assert.True(reports[0].GetProperty("discounted").GetBoolean());
        Assert.Equal("published", await StatusAsync(6));
        await ReportAsync("bob", 6, new { reason = "abusive" }).JsonAsync();
        Assert.Equal("removed", await StatusAsync(6));
    }

    [Fact]
    public async Task A_notice_of_illegal_content_comes_first_with_what_the_law_asks_for()
    {
        await PostAsync();
        await PostAsync();
        var notice = new { ground = "defamation, § 187 StGB", explanation = "It is not true.", contact = "Bob <bob@example.org>", inGoodFaith = true };

        await ReportAsync("bob", 2, new { reason = "illegal", notice }).JsonAsync();

        var report = Assert.Single((await ReportsOnAsync(2)).EnumerateArray());
        Assert.Equal(notice.ground, report.GetProperty("notice").GetProperty("ground").GetString());
        Assert.Equal((notice.explanation, notice.contact), (report.GetProperty("notice").GetProperty("explanation").GetString(), report.GetProperty("notice").GetProperty("contact").GetString()));
        var first = (await QueueAsync()).GetProperty("items")[0];
        Assert.Equal((2, "illegal"), (first.GetProperty("number").GetInt32(), first.GetProperty("rank").GetString()));
    }

    [Theory]
    [InlineData("""{"ground":"a law","explanation":"so","inGoodFaith":false}""", "good faith")]
    [InlineData("""{"ground":"","explanation":"so","inGoodFaith":true}""", "legal ground")]
    [InlineData("""{"ground":"a law","inGoodFaith":true}""", "explanation")]
    [InlineData("""{"ground":"a\nlaw","explanation":"so","inGoodFaith":true}""", "one line")]
    public async Task A_notice_that_is_none_is_refused_with_the_reason(string notice, string part)
    {
        await PostAsync();
        var problem = await fixture.Server.As("bob").SendJsonAsync(HttpMethod.Post, $"{_site.Thread}/comments/1/reports", $$"""{"reason":"illegal","notice":{{notice}}}""")
            .IsRefusedAsync(400, "request_malformed");
        Assert.Contains(part, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private async Task GroundlessAsync(int number)
    {
        await PostAsync();
        await ReportAsync("crier", number, new { reason = "abusive" }).JsonAsync();
        await _site.Moderator.PostAsJsonAsync($"{_site.Thread}/comments/{number}/decisions", new { decision = "approve", revision = 1 }).JsonAsync();
    }

    private Task<JsonElement> PostAsync() => fixture.Server.As("ada").PostCommentAsync(_site.Thread).JsonAsync();

    private Task<HttpResponseMessage> ReportAsync(string reporter, int number, object report) =>
        fixture.Server.As(reporter).PostAsJsonAsync($"{_site.Thread}/comments/{number}/reports", report);

    private async Task<JsonElement> ReportsOnAsync(int number)
    {
        await Eventually.HoldsAsync("the report is in the queue", async () => (await QueueAsync()).GetProperty("items").EnumerateArray()
            .Any(one => one.GetProperty("number").GetInt32() == number && one.GetProperty("state").GetString() == "reported"));
        var item = await _site.Moderator.GetAsync($"{_site.Path}/queue/an-article/{number}").JsonAsync();
        return item.GetProperty("context").GetProperty("reports");
    }

    private Task<JsonElement> QueueAsync() => _site.Moderator.GetAsync($"{_site.Path}/queue").JsonAsync();

    private async Task<string?> StatusAsync(int number) =>
        (await fixture.Server.Anybody.GetAsync($"{_site.Thread}/comments/{number}").JsonAsync()).GetProperty("comment").GetProperty("status").GetString();

    private async Task<Kinds> InboxOfAsync(string person) => new(await fixture.Server.As(person).GetAsync($"{_site.Path}/people/me/inbox").JsonAsync());

    private sealed record Kinds(JsonElement Inbox)
    {
        public int Count(string kind) => Inbox.GetProperty("items").EnumerateArray().Count(item => item.GetProperty("kind").GetString() == kind);
    }
}
