using System.CommandLine;
using System.CommandLine.Parsing;

namespace Realtime.Cli.Commands;

/// <summary>A token that cannot be one.</summary>
internal sealed class BadTokenException(string message) : Exception(message);

/// <summary>Where the server is, and who asks it: the same for every command.</summary>
internal static class ServerOptions
{
    private const string TokenVariable = "REALTIME_TOKEN";

    public static Option<Uri> Url() => new("--url")
    {
        Description = "Where the server is.",
        HelpName = "address",
        DefaultValueFactory = _ => new Uri("http://127.0.0.1:5080"),
        CustomParser = ReadUrl,
    };

    public static Option<string?> Token(string purpose) => new("--token")
    {
        Description = $"{purpose} Better set {TokenVariable}: others on this machine can read a command line.",
        HelpName = "jwt",
    };

    /// <exception cref="BadTokenException">It cannot be one.</exception>
    public static string? Read(string? option, Terminal terminal)
    {
        var token = option ?? terminal.Environment(TokenVariable);
        if (string.IsNullOrEmpty(token)) return null;
        if (token.All(c => c is > ' ' and <= '~')) return token;
        throw new BadTokenException($"The token (--token or {TokenVariable}) has characters that no token has.");
    }

    private static Uri? ReadUrl(ArgumentResult given)
    {
        if (Uri.TryCreate(given.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") return url;
        given.AddError("--url must be an address such as http://127.0.0.1:5080.");
        return null;
    }
}
