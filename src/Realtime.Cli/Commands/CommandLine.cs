using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Realtime.Cli.Commands;

/// <summary>All commands of <c>realtime</c>.</summary>
internal static class CommandLine
{
    /// <summary>How long a command has to end in good order after Ctrl+C.</summary>
    private static readonly TimeSpan Parting = TimeSpan.FromSeconds(3);

    public static Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken stop = default)
    {
        var root = new RootCommand("Realtime on the command line: the discussion under an article, live.") { new WatchCommand(terminal), new RebuildCommand(terminal) };
        foreach (var help in root.Options.OfType<HelpOption>())
            if (help.Action is SynchronousCommandLineAction plain) help.Action = new HelpWithExamples(plain);
        var parsed = root.Parse(arguments.Length == 0 ? ["--help"] : arguments);
        if (parsed.Action is ParseErrorAction wrong) wrong.ShowHelp = false;
        return parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Notes,
            ProcessTerminationTimeout = Parting,
        }, stop);
    }

    private sealed class HelpWithExamples(SynchronousCommandLineAction plain) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var code = plain.Invoke(parseResult);
            if (ExamplesOf(parseResult.CommandResult.Command) is { } examples) parseResult.InvocationConfiguration.Output.WriteLine(examples);
            return code;
        }

        private static string? ExamplesOf(Command command) => command switch
        {
            WatchCommand => WatchCommand.Examples,
            RebuildCommand => RebuildCommand.Examples,
            _ => null,
        };
    }
}
