using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Realtime.Cli.Operating;
using Xunit;

namespace Realtime.Cli.Tests.Operating;

public sealed class OperationsTests : IAsyncLifetime
{
    private readonly WebApplication _server;
    private string? _asked;
    private (int Status, string Json) _answer = (200, """{"projection":"queue","site":"gazette","threads":2,"seconds":0.25}""");

    public OperationsTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapPost("/api/v1/operations/rebuild", async (HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            _asked = $"{http.Request.Headers.Authorization} {await reader.ReadToEndAsync()}";
            return Results.Content(_answer.Json, "application/json", statusCode: _answer.Status);
        });
    }

    private Uri Address => new(_server.Urls.Single());

    public async ValueTask InitializeAsync() => await _server.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_rebuilding_is_asked_for_as_the_operator_and_told_in_one_sentence()
    {
        using var operations = new Operations(Address, "a-token");

        Assert.Equal("queue of gazette made anew from 2 threads in 0.2 s.", await operations.RebuildAsync("queue", "gazette", TestContext.Current.CancellationToken));
        Assert.Equal("""Bearer a-token {"projection":"queue","site":"gazette"}""", _asked);
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_detail()
    {
        _answer = (404, """{"title":"There is no such projection.","detail":"There are counts, queue."}""");
        using var operations = new Operations(Address, token: null);

        var failure = await Assert.ThrowsAsync<OperationFailedException>(() => operations.RebuildAsync("nonsense", "gazette", TestContext.Current.CancellationToken));

        Assert.Equal("There is no such projection. There are counts, queue.", failure.Message);
    }

    [Fact]
    public async Task A_server_that_is_none_is_told_as_such()
    {
        _answer = (200, "<html>");
        using var operations = new Operations(Address, token: null);

        var failure = await Assert.ThrowsAsync<OperationFailedException>(() => operations.RebuildAsync("queue", "gazette", TestContext.Current.CancellationToken));

        Assert.Contains("does not answer as a server of Realtime would", failure.Message, StringComparison.Ordinal);
    }
}
