using System.CommandLine;
using Realtime.Cli.Operating;

namespace Realtime.Cli.Commands;

/// <summary><c>realtime rebuild</c>: has the server make something anew that follows from its journals.</summary>
internal sealed class RebuildCommand : Command
{
    private readonly Argument<string> _projection = new("projection") { Description = "counts, people, queue, inbox or moves." };
    private readonly Option<string> _site = new("--site") { Description = "The site's id.", HelpName = "site", Required = true };
    private readonly Option<Uri> _url = ServerOptions.Url();
    private readonly Option<string?> _token = ServerOptions.Token("An admin's token.");
    private readonly Terminal _terminal;

    public RebuildCommand(Terminal terminal)
        : base("rebuild", "Makes a projection of a site anew from the journals of its threads. For admins.")
    {
        _terminal = terminal;
        Add(_projection);
        foreach (var option in new Option[] { _site, _url, _token }) Add(option);
        SetAction(RebuildAsync);
    }

    private async Task<int> RebuildAsync(ParseResult given, CancellationToken stop)
    {
        try
        {
            using var operations = new Operations(given.GetRequiredValue(_url), ServerOptions.Read(given.GetValue(_token), _terminal));
            await _terminal.Output.WriteLineAsync(await operations.RebuildAsync(given.GetRequiredValue(_projection), given.GetRequiredValue(_site), stop));
            return 0;
        }
        catch (Exception failure) when (failure is OperationFailedException or BadTokenException)
        {
            await _terminal.Notes.WriteLineAsync(failure.Message);
            return 1;
        }
    }
}
