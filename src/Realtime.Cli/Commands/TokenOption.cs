using System.CommandLine;

namespace Realtime.Cli.Commands;

/// <summary>Who gives the command: from the command line, or from the environment, where others on the machine do not see it.</summary>
internal sealed class TokenOption : Option<string?>
{
    private const string Variable = "REALTIME_TOKEN";

    public const string Mistake = $"The token (--token or {Variable}) has characters that no token has.";

    public TokenOption(string purpose)
        : base("--token")
    {
        Description = $"{purpose} Better set {Variable}: others on this machine can read a command line.";
        HelpName = "jwt";
    }

    /// <summary>False for what cannot be one: it is never sent. Null when there is none.</summary>
    public bool TryRead(ParseResult given, Terminal terminal, out string? token)
    {
        token = given.GetValue(this) ?? terminal.Environment(Variable);
        if (string.IsNullOrEmpty(token)) token = null;
        return token is null || token.All(c => c is > ' ' and <= '~');
    }
}
