using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Appeals;

public class AppealTests(DevelopmentServer fixture)
{
    private readonly TestSite _site = new(fixture.Server);

    [Fact]
    public async Task The_author_is_told_why_and_what_can_be_done()
    {
        await RejectedAsync();

        var statement = await fixture.Server.As("ada").GetAsync($"{_site.Thread}/comments/1/statement").JsonAsync();

        Assert.Equal(("removed", "policy", "spam", "Not here."), (
            statement.GetProperty("restriction").GetString(), statement.GetProperty("ground").GetString(), statement.GetProperty("reason").GetString(),
            statement.GetProperty("explanation").GetString()));
        Assert.Equal((true, false, "ownInitiative"), (
            statement.GetProperty("mayAppeal").GetBoolean(), statement.GetProperty("decidedByProgram").GetBoolean(), statement.GetProperty("cameUpBy").GetString()));
    }

    [Fact]
    public async Task Nobody_else_reads_the_statement()
    {
        await RejectedAsync();
        await fixture.Server.As("bob").GetAsync($"{_site.Thread}/comments/1/statement").IsRefusedAsync(403, "not_yours");
        await _site.Moderator.GetAsync($"{_site.Thread}/comments/1/statement").JsonAsync();
    }

    [Fact]
    public async Task Of_a_comment_that_stands_there_is_no_statement()
    {
        await fixture.Server.As("ada").PostCommentAsync(_site.Thread).JsonAsync();
        using var answer = await fixture.Server.As("ada").GetAsync($"{_site.Thread}/comments/1/statement");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public async Task An_appeal_reaches_the_queue_and_is_possible_once()
    {
        await RejectedAsync();

        await AppealAsync("ada", "It was a quotation.").JsonAsync();

        await Eventually.HoldsAsync("the appeal is in the queue", async () =>
            (await _site.Moderator.GetAsync($"{_site.Path}/queue?state=appealed").JsonAsync()).GetProperty("items").GetArrayLength() == 1);
        Assert.False((await fixture.Server.As("ada").GetAsync($"{_site.Thread}/comments/1/statement").JsonAsync()).GetProperty("mayAppeal").GetBoolean());
        await RejectAsync(after: 1);
        await AppealAsync("ada", "Once more.").IsRefusedAsync(409, "decision_impossible");
    }

    [Fact]
    public async Task Only_the_author_appeals()
    {
        await RejectedAsync();
        await AppealAsync("bob", "I liked it.").IsRefusedAsync(403, "not_yours");
        await AppealAsync("ada", "\0").IsRefusedAsync(400, "request_malformed");
    }

    private async Task RejectedAsync()
    {
        await fixture.Server.As("ada").PostCommentAsync(_site.Thread).JsonAsync();
        await RejectAsync();
    }

    private Task<JsonElement> RejectAsync(int? after = null) => _site.Moderator
        .PostAsJsonAsync($"{_site.Thread}/comments/1/decisions", new { decision = "reject", reason = "spam", note = after is null ? "Not here." : "Still not.", revision = 1, after }).JsonAsync();

    private Task<HttpResponseMessage> AppealAsync(string person, string detail) =>
        fixture.Server.As(person).PostAsJsonAsync($"{_site.Thread}/comments/1/appeal", new { detail });
}
