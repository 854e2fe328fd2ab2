using Realtime.Cli.Commands;
using Realtime.Cli.Tests.Watching;
using Spectre.Console.Testing;
using Xunit;

namespace Realtime.Cli.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _notes = new();
    private readonly TestConsole _console = new();
    private readonly CancellationTokenSource _stop = new();
    private string? _token;

    public void Dispose()
    {
        _output.Dispose();
        _notes.Dispose();
        _console.Dispose();
        _stop.Dispose();
    }

    [Theory]
    [InlineData("watch demo first --url localhost", "--url must be an address such as http://127.0.0.1:5080.")]
    [InlineData("watch demo first --url ftp://127.0.0.1", "--url must be an address such as http://127.0.0.1:5080.")]
    [InlineData("watch demo first --last many", "--last must be a number from 0 to 1000.")]
    [InlineData("watch demo first -n -1", "--last must be a number from 0 to 1000.")]
    [InlineData("watch demo", "Required argument 'article' missing for command: 'watch'.")]
    [InlineData("rebuild queue", "Option '--site' is required.")]
    [InlineData("look demo", "Unrecognized command or argument 'look'.")]
    public async Task Wrong_arguments_are_told_in_one_sentence_and_fail(string arguments, string sentence)
    {
        Assert.Equal(1, await RunAsync(arguments));
        Assert.Contains(sentence, _notes.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_cannot_be_one_is_told_before_anything_is_sent()
    {
        _token = "two words";

        Assert.Equal(1, await RunAsync("watch demo first"));
        Assert.Equal("The token (--token or REALTIME_TOKEN) has characters that no token has.", _notes.ToString().Trim());
    }

    [Theory]
    [InlineData("", "watch <site> <article>")]
    [InlineData("watch --help", "realtime watch demo first-article")]
    public async Task Help_shows_how_to_begin(string arguments, string part)
    {
        Assert.Equal(0, await RunAsync(arguments));
        Assert.Contains(part, _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_never_shows_the_token_of_the_environment()
    {
        _token = "secret";

        await RunAsync("watch --help");

        Assert.DoesNotContain("secret", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_once_fails_with_one_sentence()
    {
        await using var server = await HubServer.StartedAsync();
        await server.StopAsync();

        Assert.Equal(1, await RunAsync($"watch demo first --once --url {server.Address}"));
        Assert.StartsWith("No server answers at", Assert.Single(_notes.ToString().Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_by_the_person_a_watch_ends_well_with_what_it_has_shown()
    {
        await using var server = await HubServer.StartedAsync();
        var running = RunAsync($"watch demo first --plain --url {server.Address}");
        (await server.NextCallAsync()).Answer(Answers.Page(7));
        await server.SendAsync("ThreadChanged", Answers.Frame(8, 9));
        await server.NextCallAsync();

        await _stop.CancelAsync();

        Assert.Equal(0, await running);
        Assert.Contains("posted\t1\t2026-03-01T12:00:00Z\tAda\t\tHello", _output.ToString(), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(string arguments)
    {
        var terminal = new Terminal
        {
            Console = _console,
            Output = _output,
            Notes = _notes,
            Redirected = false,
            Time = TimeProvider.System,
            Environment = name => name == "REALTIME_TOKEN" ? _token : null,
        };
        return CommandLine.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), terminal, _stop.Token);
    }
}
