using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Realtime.Discussion.Screening;
using Realtime.Server.Screening;
using Xunit;

namespace Realtime.Server.Tests.Screening;

public class ExternalStepTests
{
    private static readonly StepPolicy Step = new() { Step = StepNames.External, Action = Verdict.Reject, Fallback = Verdict.Allow };

    [Theory]
    [InlineData("allow", Verdict.Allow)]
    [InlineData("tag", Verdict.Allow)]
    [InlineData("hold", Verdict.Hold)]
    [InlineData("reject", Verdict.Reject)]
    public async Task The_hook_decides(string verdict, Verdict expected)
    {
        await using var server = await OtherServer.SayingAsync($$"""{ "verdict": "{{verdict}}", "tags": ["sports", "<script>"] }""");
        await using var host = new ScreeningHost(Step, server.Address);
        var outcome = await host.ScreenAsync("some words");
        Assert.Equal(expected, outcome.Verdict);
        Assert.Equal(["sports"], outcome.Tags);
    }

    [Fact]
    public async Task The_hook_names_rule_code_and_passage()
    {
        await using var server = await OtherServer.SayingAsync(
            """{ "verdict": "hold", "rule": 2, "code": "off_topic", "spans": [{ "start": 5, "length": 5 }, { "start": 8, "length": 2147483647 }, { "start": -1, "length": 1 }] }""");
        await using var host = new ScreeningHost(Step, server.Address);
        var finding = Assert.Single((await host.ScreenAsync("some words")).Findings);
        Assert.Equal(("off_topic", 2), (finding.Code, finding.Rule));
        Assert.Equal(new TextSpan(5, 5), Assert.Single(finding.Spans));
    }

    [Fact]
    public async Task A_rule_that_the_policy_does_not_have_is_not_repeated()
    {
        await using var server = await OtherServer.SayingAsync("""{ "verdict": "hold", "rule": 99 }""");
        await using var host = new ScreeningHost(Step, server.Address);
        Assert.Null(Assert.Single((await host.ScreenAsync("some words")).Findings).Rule);
    }

    [Fact]
    public async Task A_hook_that_may_only_hold_cannot_refuse()
    {
        await using var server = await OtherServer.SayingAsync("""{ "verdict": "reject" }""");
        await using var host = new ScreeningHost(Step with { Action = Verdict.Hold }, server.Address);
        Assert.Equal(Verdict.Hold, (await host.ScreenAsync("some words")).Verdict);
    }

    [Fact]
    public async Task No_content_means_nothing_against_it()
    {
        await using var server = await OtherServer.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
        await using var host = new ScreeningHost(Step with { Fallback = Verdict.Reject }, server.Address);
        Assert.Equal(Verdict.Allow, (await host.ScreenAsync("some words")).Verdict);
    }

    [Theory]
    [InlineData("""{ "verdict": "maybe" }""")]
    [InlineData("""{ }""")]
    [InlineData("""[1]""")]
    [InlineData("""null""")]
    [InlineData("""{ "verdict": "hold", "spans": "all" }""")]
    public async Task A_malformed_answer_follows_the_fallback(string answer)
    {
        await using var server = await OtherServer.SayingAsync(answer);
        await using var host = new ScreeningHost(Step with { Fallback = Verdict.Hold }, server.Address);
        Assert.Equal("Malformed", Assert.Single((await host.ScreenAsync("some words")).Findings).Detail);
    }

    [Fact]
    public async Task Every_valid_key_signs_the_raw_body_and_the_time()
    {
        await using var server = await OtherServer.SayingAsync("""{ "verdict": "allow" }""");
        await using var host = new ScreeningHost(Step, server.Address);
        await host.ScreenAsync("some “words” 😀");

        var request = Assert.Single(server.Requests);
        var timestamp = request.Headers[HookSignature.TimestampHeader].ToString();
        Assert.Equal(host.Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), timestamp);
        var signatures = request.Headers[HookSignature.SignatureHeader].ToString().Split(',', StringSplitOptions.TrimEntries);
        Assert.Equal([Expected(ScreeningHost.OldKey, timestamp, request.Body), Expected(ScreeningHost.NewKey, timestamp, request.Body)], signatures);
    }

    [Fact]
    public async Task The_hook_is_told_what_it_is_about()
    {
        await using var server = await OtherServer.SayingAsync("""{ "verdict": "allow" }""");
        await using var host = new ScreeningHost(Step, server.Address);
        await host.ScreenAsync("some words");
        using var json = JsonDocument.Parse(Assert.Single(server.Requests).Body);
        var body = json.RootElement;
        Assert.Equal(("new", host.Site.Value, "article-9"), (body.GetProperty("action").GetString(), body.GetProperty("site").GetString(), body.GetProperty("article").GetString()));
        Assert.Equal(("some words", "u-1", "Nare"),
            (body.GetProperty("comment").GetProperty("text").GetString(), body.GetProperty("author").GetProperty("id").GetString(), body.GetProperty("author").GetProperty("name").GetString()));
    }

    private static string Expected(HookKey key, string timestamp, string body) =>
        $"{key.Id}={Convert.ToHexStringLower(HMACSHA256.HashData(key.Secret, Encoding.UTF8.GetBytes($"{timestamp}.{key.Id}.{body}")))}";
}
