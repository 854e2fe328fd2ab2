using System.CommandLine;
using Realtime.Cli.Operating;
using Spectre.Console;

namespace Realtime.Cli.Commands;

/// <summary><c>realtime rebuild</c>: a projection of a site, made anew from the journals.</summary>
internal sealed class RebuildCommand : Command
{
    /// <summary>Printed below the help.</summary>
    public const string Examples =
        """
        Examples:
          realtime rebuild queue --site demo --server https://talk.example.org
          REALTIME_TOKEN=… realtime rebuild counts --site demo

        The token must be an admin's. The command ends when every thread of the site has told everything again, which may take minutes; what happens
        meanwhile is told as ever. Ctrl+C ends it half way: the threads that are left tell everything when they are next opened. Repeat it at any time.
        """;

    private readonly Argument<string> _projection = new("projection") { Description = "Its name: queue, counts, people, inbox, …" };

    private readonly Option<string> _site = new("--site") { Description = "The site's id.", HelpName = "site", Required = true };

    private readonly AddressOption _server = new("--server");

    private readonly TokenOption _token = new("An admin's token.");

    private readonly Terminal _terminal;

    public RebuildCommand(Terminal terminal)
        : base("rebuild", "Makes a projection of a site anew from the journals of its threads. For admins.")
    {
        _terminal = terminal;
        Add(_projection);
        foreach (var option in new Option[] { _site, _server, _token }) Add(option);
        SetAction(RebuildAsync);
    }

    private async Task<int> RebuildAsync(ParseResult given, CancellationToken stop)
    {
        if (!_token.TryRead(given, _terminal, out var token)) return await FailAsync(TokenOption.Mistake);
        var (projection, site) = (given.GetRequiredValue(_projection), given.GetRequiredValue(_site));
        try
        {
            using var operations = new OperationsClient(given.GetRequiredValue(_server), token);
            var threads = await ShowAsync($"Rebuilding {projection} of {site} …", () => operations.RebuildAsync(projection, site, stop));
            await _terminal.Output.WriteLineAsync($"{projection} of {site} was made anew from {threads} {(threads == 1 ? "thread" : "threads")}.");
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return await FailAsync("Stopped half way. Repeat it, or the threads that are left tell everything when they are next opened.");
        }
        catch (OperationFailedException failure)
        {
            return await FailAsync(failure.Message);
        }
    }

    /// <summary>Something moves while a person waits; a program waits in silence.</summary>
    private Task<int> ShowAsync(string what, Func<Task<int>> work) =>
        _terminal.Redirected ? work() : _terminal.Console.Status().StartAsync(Markup.Escape(what), _ => work());

    private async Task<int> FailAsync(string sentence)
    {
        await _terminal.Notes.WriteLineAsync(sentence);
        return 1;
    }
}
