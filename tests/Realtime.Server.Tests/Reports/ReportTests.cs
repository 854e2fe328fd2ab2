using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Reports;

public class ReportTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly string _thread = ServerFixture.NewThread();

    [Fact]
    public async Task A_report_is_taken_and_readers_learn_nothing_of_it()
    {
        var posted = (await _server.As("ada").PostCommentAsync(_thread).JsonAsync()).GetProperty("position").GetString();
        await _server.As("bob").SendJsonAsync(HttpMethod.Post, $"{_thread}/comments/1/reports", """{"reason":"spam","detail":"An advertisement"}""").JsonAsync();

        var changes = await _server.Anybody.GetAsync($"{_thread}/changes?since={posted}").JsonAsync();

        Assert.Equal(0, changes.GetProperty("changes").GetArrayLength());
        Assert.Equal(2, changes.GetProperty("to").GetInt64());
    }

    [Theory]
    [InlineData(1, "{}", 400, "request_malformed")]
    [InlineData(1, """{"reason":"boring"}""", 422, "report_reason_unknown")]
    [InlineData(1, """{"reason":"spam","detail":"\u0000"}""", 400, "request_malformed")]
    [InlineData(4, """{"reason":"spam"}""", 404, "comment_unknown")]
    public async Task A_report_that_cannot_be_is_refused(int number, string json, int status, string code)
    {
        await _server.As("ada").PostCommentAsync(_thread).JsonAsync();
        await _server.As("bob").SendJsonAsync(HttpMethod.Post, $"{_thread}/comments/{number}/reports", json).IsRefusedAsync(status, code);
    }

    [Fact]
    public async Task Nobody_reports_without_signing_in() =>
        await _server.Anybody.SendJsonAsync(HttpMethod.Post, $"{_thread}/comments/1/reports", """{"reason":"spam"}""").IsRefusedAsync(401, "sign_in_required");
}
