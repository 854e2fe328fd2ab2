using System.Net.Http.Json;
using System.Text.Json;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Desk;

public class QueueTests(DevelopmentServer fixture)
{
    private readonly TestSite _site = new(fixture.Server);

    [Fact]
    public async Task What_is_held_waits_with_its_words_its_conversation_and_its_author()
    {
        await PostAsync("bob", "the beginning");
        await _site.SetAsync("settings", new { moderation = "pre" });
        await PostAsync("ada", "*waits*", replyTo: 1);

        var item = (await ItemsAsync("state=pending", 1))[0];

        Assert.Equal(("an-article", 2, "pending"), (item.GetProperty("article").GetString(), item.GetProperty("number").GetInt32(), item.GetProperty("state").GetString()));
        Assert.Equal("waits", item.GetProperty("excerpt").GetString());
        Assert.False(item.TryGetProperty("context", out _));
        var context = (await ItemAsync(2)).GetProperty("context");
        Assert.Equal("*waits*", context.GetProperty("comment").GetProperty("text").GetString());
        Assert.Equal([1], context.GetProperty("ancestors").EnumerateArray().Select(comment => comment.GetProperty("number").GetInt32()));
        Assert.Equal((1, 1), (context.GetProperty("person").GetProperty("comments").GetInt32(), context.GetProperty("person").GetProperty("lately").GetProperty("pending").GetInt32()));
    }

    [Fact]
    public async Task Reports_are_shown_with_what_their_reporters_said()
    {
        await PostAsync("ada", "hm");
        await fixture.Server.As("bob").PostAsJsonAsync($"{_site.Thread}/comments/1/reports", new { reason = "abusive", detail = "the second word" }).JsonAsync();

        await ItemsAsync("state=reported", 1);
        var report = (await ItemAsync(1)).GetProperty("context").GetProperty("reports")[0];

        Assert.Equal(("bob", "abusive", "the second word"), (report.GetProperty("by").GetString(), report.GetProperty("reason").GetString(), report.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task However_long_the_comments_are_a_page_has_only_their_beginnings()
    {
        await _site.SetAsync("settings", new { moderation = "pre" });
        var words = string.Concat(Enumerable.Repeat("Длинные слова о мосте. ", 430));
        await PostAsync("ada", words);

        var item = (await ItemsAsync("state=pending", 1))[0];

        Assert.StartsWith(item.GetProperty("excerpt").GetString()!.TrimEnd('…'), words, StringComparison.Ordinal);
        Assert.InRange(item.GetRawText().Length, 300, 2_500);
        Assert.Equal(words.Trim(), (await ItemAsync(1)).GetProperty("context").GetProperty("comment").GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_comment_that_does_not_wait_is_read_as_well()
    {
        await PostAsync("ada", "new");
        await ItemsAsync("", 1);
        Assert.Equal("new", (await ItemAsync(1)).GetProperty("state").GetString());
        await _site.Moderator.PostAsJsonAsync($"{_site.Thread}/comments/1/decisions", new { decision = "reject", reason = "spam", revision = 1 }).JsonAsync();
        await ItemsAsync("", 0);

        var item = await ItemAsync(1);

        Assert.Equal(("none", "ada"), (item.GetProperty("state").GetString(), item.GetProperty("author").GetProperty("id").GetString()));
        Assert.Equal("reject", item.GetProperty("context").GetProperty("comment").GetProperty("decided").GetProperty("decision").GetString());
    }

    [Fact]
    public async Task Of_a_comment_that_its_author_took_away_nobody_is_shown_the_words()
    {
        await PostAsync("ada", "regretted words");
        using (var removed = await fixture.Server.As("ada").DeleteAsync($"{_site.Thread}/comments/1")) Assert.True(removed.IsSuccessStatusCode);

        Assert.DoesNotContain("regretted", (await ItemAsync(1)).GetRawText(), StringComparison.Ordinal);
        await _site.Moderator.GetAsync($"{_site.Path}/queue/an-article/9").IsRefusedAsync(404, "comment_unknown");
        await _site.Publisher.GetAsync($"{_site.Path}/queue/an-article/1").IsRefusedAsync(403, "not_allowed");
    }

    [Fact]
    public async Task Pages_are_narrowed_by_author_and_article_and_go_on_at_their_cursor()
    {
        foreach (var author in new[] { "ada", "bob", "ada" }) await PostAsync(author, "new");
        await ItemsAsync("", 3);

        var first = await PageAsync("limit=2");
        var rest = await PageAsync($"limit=2&cursor={Uri.EscapeDataString(first.GetProperty("next").GetString()!)}");

        Assert.Equal([1, 2, 3], NumbersIn(first).Concat(NumbersIn(rest)));
        Assert.Equal([1, 3], NumbersIn(await PageAsync("person=ada")));
        Assert.Empty(NumbersIn(await PageAsync("article=another")));
        Assert.Equal(3, first.GetProperty("counts").GetProperty("new").GetInt32());
    }

    [Theory]
    [InlineData("state=nonsense", "request_malformed")]
    [InlineData("limit=0", "request_malformed")]
    [InlineData("article=%7B", "article_invalid")]
    [InlineData("cursor=nonsense", "cursor_invalid")]
    public async Task A_question_that_makes_no_sense_is_refused(string query, string code) =>
        await _site.Moderator.GetAsync($"{_site.Path}/queue?{query}").IsRefusedAsync(400, code);

    [Fact]
    public async Task Two_moderators_never_work_at_one_comment()
    {
        await PostAsync("ada", "new");
        await ItemsAsync("", 1);
        var (one, other) = (_site.Moderator, fixture.Server.As("another-moderator", "moderator"));
        const string claim = "queue/an-article/1/claim";

        var claimed = await one.PostAsync($"{_site.Path}/{claim}", null).JsonAsync();
        var refused = await other.PostAsync($"{_site.Path}/{claim}", null).IsRefusedAsync(409, "claimed_by_another");
        Assert.Equal("the-moderator", claimed.GetProperty("by").GetProperty("id").GetString());
        Assert.Equal("the-moderator", refused.GetProperty("decided").GetProperty("by").GetProperty("id").GetString());

        using (var released = await one.DeleteAsync($"{_site.Path}/{claim}")) Assert.True(released.IsSuccessStatusCode);
        await other.PostAsync($"{_site.Path}/{claim}", null).JsonAsync();
    }

    [Fact]
    public async Task What_has_been_decided_leaves_and_who_comes_late_is_told_by_whom()
    {
        await PostAsync("ada", "new");
        await ItemsAsync("", 1);
        await _site.Moderator.PostAsJsonAsync($"{_site.Thread}/comments/1/decisions", new { decision = "approve", revision = 1 }).JsonAsync();
        await ItemsAsync("", 0);

        await fixture.Server.As("late", "moderator").PostAsync($"{_site.Path}/queue/an-article/1/claim", null).IsRefusedAsync(409, "already_decided");
    }

    private Task<JsonElement> PostAsync(string author, string words, int? replyTo = null) =>
        fixture.Server.As(author).PostCommentAsync(_site.Thread, words, replyTo).JsonAsync();

    private Task<JsonElement> PageAsync(string query) => _site.Moderator.GetAsync($"{_site.Path}/queue?{query}").JsonAsync();

    private Task<JsonElement> ItemAsync(int number) => _site.Moderator.GetAsync($"{_site.Path}/queue/an-article/{number}").JsonAsync();

    private async Task<JsonElement> ItemsAsync(string query, int count)
    {
        JsonElement items = default;
        await Eventually.HoldsAsync($"{count} items wait", async () => (items = (await PageAsync(query)).GetProperty("items")).GetArrayLength() == count);
        return items;
    }

    private static IEnumerable<int> NumbersIn(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetInt32());
}
