using System.Net.Http.Json;
using System.Text.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Audit;

public class AuditTests(DevelopmentServer fixture)
{
    private readonly TestSite _site = new(fixture.Server);

    [Fact]
    public async Task What_readers_could_see_at_a_position_is_shown_after_it_is_gone()
    {
        var posted = await PostAsync("ada", "seen for a *while*");
        await RejectAsync(1);

        var then = await AuditAsync($"at={posted.GetProperty("position").GetString()}");
        var now = await fixture.Server.Anybody.GetAsync($"{_site.Thread}/comments").JsonAsync();

        Assert.Contains("<em>while</em>", then.GetProperty("comments")[0].GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal((1, 0), (then.GetProperty("commentCount").GetInt32(), now.GetProperty("commentCount").GetInt32()));
    }

    [Fact]
    public async Task What_readers_could_see_at_a_time_is_the_page_of_that_time()
    {
        var first = await PostAsync("ada", "one");
        var shown = await fixture.Server.Anybody.GetAsync($"{_site.Thread}/comments").JsonAsync();
        var at = Uri.EscapeDataString(first.GetProperty("comment").GetProperty("createdAt").GetString()!);
        // The next event must have another time.
        await Realtime.Testing.Eventually.HoldsAsync("a millisecond passes", () => TimeProvider.System.GetUtcNow() > first.GetProperty("comment").GetProperty("createdAt").GetDateTimeOffset().AddMilliseconds(1));
        await PostAsync("bob", "two");

        var then = await AuditAsync($"at={at}");

        Assert.Equal(shown.GetProperty("comments").GetRawText(), then.GetProperty("comments").GetRawText());
        Assert.Equal(shown.GetProperty("position").GetString(), then.GetProperty("position").GetString());
    }

    [Fact]
    public async Task What_happened_is_told_in_order_and_in_parts()
    {
        await PostAsync("ada", "one");
        await RejectAsync(1);
        await PostAsync("bob", "two");

        var first = await AuditAsync("limit=2");
        var rest = await AuditAsync($"limit=2&cursor={first.GetProperty("next").GetString()}");

        Assert.Equal(["commentPosted", "commentDecided"], TypesIn(first));
        Assert.Equal(["commentPosted"], TypesIn(rest));
        var decided = first.GetProperty("events")[1];
        Assert.Equal(("THE-MODERATOR", "rejected", "spam"), (decided.GetProperty("by").GetProperty("name").GetString(), decided.GetProperty("status").GetString(), decided.GetProperty("reason").GetString()));
        Assert.Empty(TypesIn(await AuditAsync("to=2020-01-01T00:00:00Z")));
    }

    [Theory]
    [InlineData("at=yesterday", 400, "time_invalid")]
    [InlineData("at=1-1", 400, "position_invalid")]
    [InlineData("from=yesterday", 400, "time_invalid")]
    [InlineData("cursor=x", 400, "cursor_invalid")]
    [InlineData("limit=501", 400, "request_malformed")]
    [InlineData("at=2020-01-01T00:00:00Z", 404, "article_unknown")]
    public async Task A_question_that_makes_no_sense_is_refused(string query, int status, string code)
    {
        await PostAsync("ada", "one");
        await _site.Moderator.GetAsync($"{_site.Thread}/audit?{query}").IsRefusedAsync(status, code);
    }

    [Fact]
    public async Task Readers_are_shown_nothing_of_the_past() => await fixture.Server.As("ada").GetAsync($"{_site.Thread}/audit").IsRefusedAsync(403, "not_allowed");

    private Task<JsonElement> PostAsync(string author, string words) => fixture.Server.As(author).PostCommentAsync(_site.Thread, words).JsonAsync();

    private Task<JsonElement> RejectAsync(int number) =>
        _site.Moderator.PostAsJsonAsync($"{_site.Thread}/comments/{number}/decisions", new { decision = "reject", reason = "spam", revision = 1 }).JsonAsync();

    private Task<JsonElement> AuditAsync(string query) => _site.Publisher.GetAsync($"{_site.Thread}/audit?{query}").JsonAsync();

    private static IEnumerable<string?> TypesIn(JsonElement trail) => trail.GetProperty("events").EnumerateArray().Select(one => one.GetProperty("type").GetString());
}
