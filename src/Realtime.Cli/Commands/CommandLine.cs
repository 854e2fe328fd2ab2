using System.CommandLine;
using System.CommandLine.Invocation;

namespace Realtime.Cli.Commands;

/// <summary>All commands of <c>realtime</c>.</summary>
internal static class CommandLine
{
    /// <summary>How long a command has to end in good order after Ctrl+C.</summary>
    private static readonly TimeSpan Parting = TimeSpan.FromSeconds(3);

    public static Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken stop = default)
    {
        var root = new RootCommand("Realtime on the command line: the discussion under an article, live.") { new WatchCommand(terminal) };
        var parsed = root.Parse(arguments);
        if (parsed.Action is ParseErrorAction wrong) (wrong.ShowHelp, wrong.ShowTypoCorrections) = (false, true);
        return parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Notes,
            ProcessTerminationTimeout = Parting,
        }, stop);
    }
}
