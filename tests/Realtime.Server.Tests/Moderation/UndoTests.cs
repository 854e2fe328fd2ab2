using System.Net.Http.Json;
using System.Text.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Moderation;

public class UndoTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly TestSite _site = new(fixture.Server);

    [Fact]
    public async Task Everything_of_a_person_goes_at_once_wherever_it_stands_and_whatever_was_posted_a_moment_ago()
    {
        var ada = _server.As("ada");
        for (var article = 1; article <= 3; article++)
            for (var i = 0; i < 5; i++)
                await ada.PostCommentAsync(Thread(article), $"Unspeakable {i}").JsonAsync();
        await ada.SendJsonAsync(HttpMethod.Put, $"{Thread(1)}/comments/1", """{"revision":1,"body":"Unspeakable still"}""").JsonAsync();
        await _server.As("bob").PostCommentAsync(Thread(1), "Fine").JsonAsync();
        await _site.Moderator.ReviewAsync(Thread(2));
        await ada.PostCommentAsync(Thread(2), "Unspeakable too").IsAnsweredAsync(202, "pending");

        var undone = await UndoAsync(new { reason = "spam" }).JsonAsync();

        Assert.Equal((16, 0), (undone.GetProperty("changed").GetInt32(), undone.GetProperty("left").GetInt32()));
        for (var article = 1; article <= 3; article++) Assert.DoesNotContain("Unspeakable", (await _server.Anybody.PageAsync(Thread(article))).GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1, (await _server.Anybody.PageAsync(Thread(1))).GetProperty("commentCount").GetInt32());
        Assert.Equal("spam", (await ada.ReadAsync(Thread(2), 6)).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Undoing_again_finds_nothing_to_do()
    {
        await _server.As("ada").PostCommentAsync(Thread(1)).JsonAsync();
        await UndoAsync(new { reason = "spam" }).JsonAsync();

        Assert.Equal(0, Changed(await UndoAsync(new { reason = "spam" }).JsonAsync()));
        Assert.Equal(0, Changed(await UndoAsync(new { reason = "abusive" }).JsonAsync()));
    }

    [Fact]
    public async Task A_decision_of_somebody_else_before_is_no_obstacle()
    {
        await _server.As("ada").PostCommentAsync(Thread(1)).JsonAsync();
        await _server.As("another-moderator", "moderator").ApproveAsync(Thread(1), 1);

        Assert.Equal(1, Changed(await UndoAsync(new { reason = "spam" }).JsonAsync()));
        Assert.Equal("rejected", await _server.Anybody.StatusAsync(Thread(1), 1));
    }

    [Fact]
    public async Task Taken_back_it_restores_what_was_rejected_for_that_reason_and_nothing_else()
    {
        var ada = _server.As("ada");
        for (var i = 0; i < 3; i++) await ada.PostCommentAsync(Thread(1)).JsonAsync();
        await ada.DeleteAsync($"{Thread(1)}/comments/1").JsonAsync();
        await _site.Moderator.RejectAsync(Thread(1), 2);
        Assert.Equal(1, Changed(await UndoAsync(new { reason = "spam" }).JsonAsync()));

        var restored = await UndoAsync(new { reason = "spam", restore = true }).JsonAsync();

        Assert.Equal(1, Changed(restored));
        Assert.Equal(
            ["removed", "rejected", "published"],
            [await ada.StatusAsync(Thread(1), 1), await ada.StatusAsync(Thread(1), 2), await ada.StatusAsync(Thread(1), 3)]);
        Assert.Equal(0, Changed(await UndoAsync(new { reason = "spam", restore = true }).JsonAsync()));
    }

    [Theory]
    [InlineData("{}", 422, "decision_reason_unknown")]
    [InlineData("""{"reason":"because"}""", 422, "decision_reason_unknown")]
    [InlineData("""{"reason":"spam","rule":-1}""", 400, "request_malformed")]
    [InlineData("""{"reason":"spam","note":"a\u0000b"}""", 400, "request_malformed")]
    public async Task An_undoing_that_makes_no_sense_is_refused(string json, int status, string code) =>
        await _site.Moderator.SendJsonAsync(HttpMethod.Post, $"{_site.Path}/people/ada/undo", json).IsRefusedAsync(status, code);

    [Fact]
    public async Task Somebody_who_has_written_nothing_has_nothing_to_undo() => Assert.Equal(0, Changed(await UndoAsync(new { reason = "spam" }).JsonAsync()));

    private string Thread(int article) => $"{_site.Path}/articles/article-{article}";

    private Task<HttpResponseMessage> UndoAsync(object undo) => _site.Moderator.PostAsJsonAsync($"{_site.Path}/people/ada/undo", undo);

    private static int Changed(JsonElement undone) => undone.GetProperty("changed").GetInt32();
}
