using Spectre.Console;

namespace Realtime.Cli.Commands;

/// <summary>The surroundings of a command: where its words go, its clock and its environment variables.</summary>
internal sealed record Terminal
{
    public required IAnsiConsole Console { get; init; }

    /// <summary>What the command is run for.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>What is said about it.</summary>
    public required TextWriter Notes { get; init; }

    /// <summary>Nobody looks: the output goes to a file or another program.</summary>
    public required bool Redirected { get; init; }

    public required TimeProvider Time { get; init; }

    public required Func<string, string?> Environment { get; init; }

    public static Terminal OfProcess() => new()
    {
        Console = AnsiConsole.Console,
        Output = System.Console.Out,
        Notes = System.Console.Error,
        Redirected = System.Console.IsOutputRedirected,
        Time = TimeProvider.System,
        Environment = System.Environment.GetEnvironmentVariable,
    };
}
