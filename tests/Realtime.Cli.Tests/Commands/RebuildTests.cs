using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Realtime.Cli.Commands;
using Spectre.Console.Testing;
using Xunit;

namespace Realtime.Cli.Tests.Commands;

/// <summary>A rebuild asked of a server whose answer the test gives.</summary>
public sealed class RebuildTests : IAsyncLifetime
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _notes = new();
    private readonly TestConsole _console = new();
    private readonly TaskCompletionSource<(string? Authorization, JsonElement Body)> _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication? _server;
    private Func<HttpContext, Task> _answer = http => http.Response.WriteAsJsonAsync(new { threads = 3 });

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapPost("/api/v1/operations/rebuild", async http =>
        {
            _asked.TrySetResult((http.Request.Headers.Authorization, await http.Request.ReadFromJsonAsync<JsonElement>()));
            await _answer(http);
        });
        await _server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _output.Dispose();
        _notes.Dispose();
        _console.Dispose();
    }

    [Fact]
    public async Task It_asks_with_the_token_and_tells_how_many_threads_there_were()
    {
        Assert.Equal(0, await RunAsync("rebuild queue --site demo --token abc"));

        var (authorization, body) = await _asked.Task;
        Assert.Equal("Bearer abc", authorization);
        Assert.Equal(("queue", "demo"), (body.GetProperty("projection").GetString(), body.GetProperty("site").GetString()));
        Assert.Equal("queue of demo was made anew from 3 threads.", _output.ToString().Trim());
    }

    [Fact]
    public async Task A_refusal_is_told_in_one_sentence_and_fails()
    {
        _answer = http =>
        {
            http.Response.StatusCode = 404;
            return http.Response.WriteAsJsonAsync(new { code = "projection_unknown", title = "There is no such projection.", detail = "There are counts, queue." });
        };

        Assert.Equal(1, await RunAsync("rebuild opinions --site demo"));
        Assert.Equal("The server refuses (projection_unknown): There is no such projection. There are counts, queue.", _notes.ToString().Trim());
    }

    [Fact]
    public async Task An_answer_that_is_not_the_servers_is_told_by_its_status()
    {
        _answer = http =>
        {
            http.Response.StatusCode = 502;
            http.Response.ContentType = "application/json";
            return http.Response.WriteAsync("<html>");
        };

        Assert.Equal(1, await RunAsync("rebuild queue --site demo"));
        Assert.StartsWith("The server refuses (502)", _notes.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_it_fails_with_one_sentence()
    {
        var address = _server!.Urls.Single();
        await _server.StopAsync();

        Assert.Equal(1, await RunAsync("rebuild queue --site demo", address));
        Assert.StartsWith("No server answers at", Assert.Single(_notes.ToString().Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rebuild queue", "Option '--site' is required.")]
    [InlineData("rebuild queue --site demo --server localhost", "--server must be an address such as http://127.0.0.1:5080.")]
    public async Task Wrong_arguments_are_told_in_one_sentence_and_fail(string arguments, string sentence)
    {
        Assert.Equal(1, await RunAsync(arguments, address: null));
        Assert.Contains(sentence, _notes.ToString(), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(string arguments) => RunAsync(arguments, _server!.Urls.Single());

    private Task<int> RunAsync(string arguments, string? address)
    {
        var terminal = new Terminal { Console = _console, Output = _output, Notes = _notes, Redirected = false, Time = TimeProvider.System, Environment = _ => null };
        return CommandLine.RunAsync([.. arguments.Split(' '), .. address is null ? Array.Empty<string>() : ["--server", address]], terminal, TestContext.Current.CancellationToken);
    }
}
