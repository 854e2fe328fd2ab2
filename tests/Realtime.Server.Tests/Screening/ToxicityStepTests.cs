using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Realtime.Discussion.Screening;
using Xunit;

namespace Realtime.Server.Tests.Screening;

public class ToxicityStepTests
{
    private static readonly StepPolicy Step = new() { Step = StepNames.Toxicity, Rule = 1, Fallback = Verdict.Hold };

    [Theory]
    [InlineData("""{ "scores": { "TOXICITY": 0.91, "INSULT": 0.2 } }""")]
    [InlineData("""[[{ "label": "toxicity", "score": 0.91 }, { "label": "insult", "score": 0.1 }]]""")]
    [InlineData("""[{ "label": "TOXICITY", "score": 0.8 }]""")]
    public async Task A_score_over_the_threshold_is_a_finding(string answer)
    {
        await using var server = await OtherServer.SayingAsync(answer);
        await using var host = new ScreeningHost(Step, server.Address);
        var finding = Assert.Single((await host.ScreenAsync("some words")).Findings);
        Assert.Equal((StepNames.Toxicity, "toxic", Verdict.Hold, 1), (finding.Step, finding.Code, finding.Verdict, finding.Rule));
        Assert.StartsWith("TOXICITY 0.", finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_score_below_the_threshold_is_none()
    {
        await using var server = await OtherServer.SayingAsync("""{ "scores": { "TOXICITY": 0.79 } }""");
        await using var host = new ScreeningHost(Step, server.Address);
        Assert.Equal(Verdict.Allow, (await host.ScreenAsync("some words")).Verdict);
    }

    [Fact]
    public async Task The_classifier_gets_the_text_the_labels_and_the_key()
    {
        await using var server = await OtherServer.SayingAsync("""{ "scores": { "TOXICITY": 0 } }""");
        await using var host = new ScreeningHost(Step, server.Address);
        await host.ScreenAsync("some words");
        var request = Assert.Single(server.Requests);
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal("some words", body.RootElement.GetProperty("text").GetString());
        Assert.Equal("TOXICITY", body.RootElement.GetProperty("labels")[0].GetString());
        Assert.Equal("Bearer the key", request.Headers["Authorization"].ToString());
    }

    [Theory]
    [InlineData("not json", 200, "Malformed")]
    [InlineData("{}", 200, "Malformed")]
    [InlineData("""{ "scores": { "TOXICITY": "high" } }""", 200, "Malformed")]
    [InlineData("""{ "scores": { "TOXICITY": 17 } }""", 200, "Malformed")]
    [InlineData("""{ "scores": { "WEATHER": 0.1 } }""", 200, "Malformed")]
    [InlineData("oops", 500, "BadStatus")]
    [InlineData("", 204, "Malformed")]
    [InlineData("elsewhere", 302, "BadStatus")]
    public async Task An_answer_that_cannot_be_understood_follows_the_fallback(string answer, int status, string reason)
    {
        await using var server = status == 204 ? await OtherServer.StartAsync(NoContent) : await OtherServer.SayingAsync(answer, status);
        await using var host = new ScreeningHost(Step, server.Address);
        await AssertFallback(host, reason);
    }

    [Fact]
    public async Task A_server_that_is_gone_follows_the_fallback()
    {
        var server = await OtherServer.SayingAsync("{}");
        var address = server.Address;
        await server.DisposeAsync();
        await using var host = new ScreeningHost(Step, address);
        await AssertFallback(host, "Unreachable");
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        await using var server = await OtherServer.SayingAsync('"' + new string('x', 200_000) + '"');
        await using var host = new ScreeningHost(Step, server.Address);
        await AssertFallback(host, "Unreachable");
    }

    [Fact]
    public async Task A_site_without_a_classifier_follows_the_fallback()
    {
        await using var host = new ScreeningHost(Step, null);
        await AssertFallback(host, "NotConfigured");
    }

    [Fact]
    public async Task Plain_http_is_not_spoken_unless_allowed()
    {
        await using var server = await OtherServer.SayingAsync("""{ "scores": { "TOXICITY": 0 } }""");
        await using var host = new ScreeningHost(Step, server.Address, ("Screening:AllowHttp", "false"));
        await AssertFallback(host, "Refused");
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_slow_server_follows_the_fallback_when_the_budget_is_spent(bool trickles)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await OtherServer.StartAsync(async context =>
        {
            if (trickles)
            {
                await context.Response.WriteAsync("{");
                await context.Response.Body.FlushAsync();
            }

            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await using var host = new ScreeningHost(Step, server.Address);
        var screening = host.ScreenAsync("some words");
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.False(screening.IsCompleted);

        host.Time.Advance(TimeSpan.FromMilliseconds(801));

        var outcome = await screening.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal("TooSlow", Assert.Single(outcome.Findings).Detail);
    }

    [Fact]
    public async Task A_server_that_keeps_failing_is_left_in_peace_for_a_while_and_then_asked_again()
    {
        var isBroken = true;
        await using var server = await OtherServer.StartAsync(context =>
        {
            context.Response.StatusCode = isBroken ? 503 : 200;
            return context.Response.WriteAsync("""{ "scores": { "TOXICITY": 0 } }""");
        });
        await using var host = new ScreeningHost(Step, server.Address, ("Screening:Toxicity:BreakFrom", "3"));
        for (var i = 0; i < 3; i++) await AssertFallback(host, "BadStatus");

        await AssertFallback(host, "LeftInPeace");
        Assert.Equal(3, server.Requests.Count);

        isBroken = false;
        host.Time.Advance(TimeSpan.FromSeconds(16));
        Assert.Equal(Verdict.Allow, (await host.ScreenAsync("some words")).Verdict);
    }

    [Fact]
    public async Task A_broken_step_that_may_pass_lets_the_comment_pass_and_is_counted()
    {
        await using var server = await OtherServer.SayingAsync("oops", 500);
        await using var host = new ScreeningHost(Step with { Fallback = Verdict.Allow }, server.Address);
        Assert.Equal(Verdict.Allow, (await host.ScreenAsync("some words")).Verdict);
        Assert.Contains("realtime.screening.failures toxicity BadStatus", host.Counted);
        Assert.Contains("realtime.screening.verdicts allow", host.Counted);
    }

    [Fact]
    public async Task Nobody_is_asked_about_a_comment_that_is_refused_already()
    {
        await using var server = await OtherServer.SayingAsync("{}");
        await using var host = new ScreeningHost(Step, server.Address);
        Assert.Equal(Verdict.Reject, (await host.ScreenAsync("a blorp")).Verdict);
        Assert.Empty(server.Requests);
        Assert.Contains("realtime.screening.findings words reject", host.Counted);
    }

    [Fact]
    public async Task Nobody_is_asked_about_staff()
    {
        await using var server = await OtherServer.SayingAsync("{}");
        await using var host = new ScreeningHost(Step, server.Address);
        Assert.Same(ScreeningOutcome.Clean, await host.ScreenAsync("some words", isTrusted: true));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_log_holds_no_text_no_name_no_key_and_no_address()
    {
        await using var server = await OtherServer.SayingAsync("""{ "echo": "some words" """);
        await using var host = new ScreeningHost(Step, server.Address);
        await host.ScreenAsync("some words");
        Assert.NotEmpty(host.Log);
        Assert.All(host.Log, line => Assert.DoesNotMatch("some words|Nare|u-1|the key|127\\.0\\.0\\.1", line));
    }

    private static Task NoContent(HttpContext context)
    {
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static async Task AssertFallback(ScreeningHost host, string reason)
    {
        var outcome = await host.ScreenAsync("some words");
        var finding = Assert.Single(outcome.Findings);
        Assert.Equal((Verdict.Hold, "step_broken", reason), (finding.Verdict, finding.Code, finding.Detail));
        Assert.Null(outcome.Nudge);
    }
}
