using System.CommandLine;
using System.CommandLine.Parsing;
using Realtime.Cli.Screens;
using Realtime.Cli.Watching;

namespace Realtime.Cli.Commands;

/// <summary><c>realtime watch</c>: a thread in the terminal, as it happens.</summary>
internal sealed class WatchCommand : Command
{
    private const string TokenVariable = "REALTIME_TOKEN";

    private const string Describe =
        """
        Shows the discussion under an article: the last comments, then every comment, edit, removal and reaction as it happens.

        When the server goes away or restarts, it waits for it and goes on behind the last change it has shown: nothing is missed, nothing comes
        twice. Ctrl+C ends it with 0; it ends with 1 when the server refuses.

          realtime watch demo first-article
          realtime watch demo first-article --url https://talk.example.org -n 50
          realtime watch demo first-article --plain | grep '^removed'
        """;

    private readonly Argument<string> _site = new("site") { Description = "The site's id, as in /api/v1/sites/{site}." };

    private readonly Argument<string> _article = new("article") { Description = "The article's id within the site." };

    private readonly Option<string> _url = new("--url")
    {
        Description = "Where the server is.",
        HelpName = "address",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };

    private readonly Option<string?> _token = new("--token")
    {
        Description = $"Watch as this person. Better set {TokenVariable}: others on this machine can read a command line.",
        HelpName = "jwt",
    };

    private readonly Option<int> _last = new("--last", "-n")
    {
        Description = "How many comments to begin with; the server sends at most its newest page.",
        HelpName = "count",
        DefaultValueFactory = _ => 10,
    };

    private readonly Option<bool> _plain = new("--plain")
    {
        Description = "One line per change, tabs between kind, number, time, author, number answered and text. On by itself when the output is redirected.",
    };

    private readonly Option<bool> _once = new("--once")
    {
        Description = "End with 1 if the server cannot be reached at the start, instead of waiting for it.",
    };

    private readonly Terminal _terminal;

    public WatchCommand(Terminal terminal)
        : base("watch", Describe)
    {
        _terminal = terminal;
        Add(_site);
        Add(_article);
        foreach (var option in new Option[] { _url, _token, _last, _plain, _once }) Add(option);
        Validators.Add(Check);
        SetAction(WatchAsync);
    }

    private async Task<int> WatchAsync(ParseResult given, CancellationToken stop)
    {
        var request = RequestOf(given);
        try
        {
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
        Server = new Uri(given.GetRequiredValue(_url)),
        Site = given.GetRequiredValue(_site),
        Article = given.GetRequiredValue(_article),
        Token = TokenOf(given.GetValue(_token)),
        Once = given.GetValue(_once),
    };

    private void Check(CommandResult given)
    {
        if (string.IsNullOrWhiteSpace(given.GetValue(_site))) given.AddError("The site must not be empty.");
        if (string.IsNullOrWhiteSpace(given.GetValue(_article))) given.AddError("The article must not be empty.");
        if (!Uri.TryCreate(given.GetValue(_url), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            given.AddError("--url must be an address such as http://127.0.0.1:5080.");
        if (given.GetValue(_last) is < 0 or > 1000) given.AddError("--last must be a number from 0 to 1000.");
        if (TokenOf(given.GetValue(_token)) is { } token && token.Any(c => c is <= ' ' or > '~'))
            given.AddError($"The token (--token or {TokenVariable}) must be visible ASCII characters without spaces.");
    }

    private string? TokenOf(string? option)
    {
        var token = option ?? _terminal.Environment(TokenVariable);
        return string.IsNullOrEmpty(token) ? null : token;
    }
}
