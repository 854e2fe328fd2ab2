using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Server.Hosting;
using Realtime.Server.Refusals;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Refusals;

public class ProblemsTests
{
    [Fact]
    public async Task A_mistake_of_the_server_is_told_without_its_inside()
    {
        var problem = await AnswerToAsync(new InvalidOperationException("a secret")).IsRefusedAsync(500, "internal_error");

        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_worth_a_retry()
    {
        var answer = AnswerToAsync(new JournalUnavailableException("away", outcomeUnknown: false));
        await answer.IsRefusedAsync(503, "store_unavailable");

        Assert.Equal(TimeSpan.FromSeconds(1), (await answer).Headers.RetryAfter?.Delta);
    }

    [Fact]
    public void Every_refusal_has_an_entry_and_a_code_of_its_own()
    {
        var codes = Enum.GetValues<RefusalCode>().Select(code => RefusalTable.Of(code).Code).ToList();

        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Theory]
    [InlineData(400, "request_malformed")]
    [InlineData(408, "request_malformed")]
    [InlineData(413, "request_too_large")]
    [InlineData(500, "internal_error")]
    [InlineData(502, "internal_error")]
    public void A_bare_status_of_the_framework_has_a_code(int status, string code)
    {
        var entry = RefusalTable.OfStatus(status);

        Assert.Equal((status, code), (entry.Status, entry.Code));
    }

    private static async Task<HttpResponseMessage> AnswerToAsync(Exception failure)
    {
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddProblems();
        await using var app = builder.Build();
        app.UseProblems();
        app.MapGet("/", new Func<string>(() => throw failure));
        await app.StartAsync();
        using var client = new HttpClient();
        return await client.GetAsync(new Uri(app.Services.GetRequiredService<IServer>().ForClients()));
    }
}
