using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Realtime.Cli.Screens;
using Realtime.Cli.Watching;

namespace Realtime.Cli.Commands;

/// <summary><c>realtime watch</c>: a thread in the terminal, as it happens.</summary>
internal sealed class WatchCommand : Command
{
    /// <summary>Printed below the help.</summary>
    public const string Examples =
        """
        Examples:
          realtime watch demo first-article
          realtime watch demo first-article --url https://talk.example.org -n 50
          realtime watch demo first-article --plain | grep '^removed'

        When the server restarts or goes away, the command waits for it and goes on behind the last change it has shown: nothing is missed and
        nothing comes twice. Ctrl+C ends it with 0; it ends with 1 when the server refuses or the arguments are wrong.
        With --plain every change is a line of kind, number, time, author, number answered and text, with tabs between them; what concerns the
        connection goes to the error output.
        """;

    private readonly Argument<string> _site = new("site") { Description = "The site's id, as in /api/v1/sites/{site}." };

    private readonly Argument<string> _article = new("article") { Description = "The article's id within the site." };

    private readonly AddressOption _url = new("--url");

    private readonly TokenOption _token = new("Watch as this person.");

    private readonly Option<int> _last = new("--last", "-n")
    {
        Description = "How many comments to begin with; the server sends at most its newest page.",
        HelpName = "count",
        DefaultValueFactory = _ => 10,
        CustomParser = ReadLast,
    };

    private readonly Option<bool> _plain = new("--plain") { Description = "One line per change. On by itself when the output is redirected." };

    private readonly Option<bool> _once = new("--once")
    {
        Description = "End with 1 if the server cannot be reached at the start, instead of waiting for it.",
    };

    private readonly Terminal _terminal;

    public WatchCommand(Terminal terminal)
        : base("watch", "Shows the discussion under an article: the last comments, then everything as it happens.")
    {
        _terminal = terminal;
        Add(_site);
        Add(_article);
        foreach (var option in new Option[] { _url, _token, _last, _plain, _once }) Add(option);
        SetAction(WatchAsync);
    }

    private async Task<int> WatchAsync(ParseResult given, CancellationToken stop)
    {
        try
        {
            var request = RequestOf(given);
            await new ThreadWatch(request, ScreenOf(given, request).Show, _terminal.Time, new Random()).RunAsync(stop);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (WatchFailedException failure)
        {
            await _terminal.Notes.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    private IThreadScreen ScreenOf(ParseResult given, WatchRequest request) =>
        given.GetValue(_plain) || _terminal.Redirected
            ? new PlainScreen(_terminal.Output, _terminal.Notes, given.GetValue(_last), _terminal.Time)
            : new TerminalScreen(_terminal.Console, request, given.GetValue(_last), _terminal.Time);

    private WatchRequest RequestOf(ParseResult given) => new()
    {
        Server = given.GetRequiredValue(_url),
        Site = given.GetRequiredValue(_site),
        Article = given.GetRequiredValue(_article),
        Token = _token.TryRead(given, _terminal, out var token) ? token : throw new WatchFailedException(TokenOption.Mistake),
        Once = given.GetValue(_once),
    };

    private static int ReadLast(ArgumentResult given)
    {
        if (int.TryParse(given.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last <= 1000) return last;
        given.AddError("--last must be a number from 0 to 1000.");
        return 0;
    }
}
