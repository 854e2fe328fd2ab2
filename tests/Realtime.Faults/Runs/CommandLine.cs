using System.CommandLine;
using Realtime.Faults.Checks;
using Realtime.Faults.Faults;
using Realtime.Faults.Histories;
using Spectre.Console;

namespace Realtime.Faults.Runs;

/// <summary><c>list</c>, <c>run F1 F2 …</c>, <c>ci</c>, <c>all</c>, <c>check &lt;directory&gt;</c>. Ends with 0 only when everything held.</summary>
internal static class CommandLine
{
    private static readonly Option<int> Seed = new("--seed") { Description = "Chooses moments, victims and articles.", DefaultValueFactory = _ => 1, Recursive = true };
    private static readonly Option<string> Server = new("--server") { Description = "Realtime.Server.dll to test.", DefaultValueFactory = _ => RunOptions.BuiltServer(), Recursive = true };
    private static readonly Option<string?> Previous = new("--previous") { Description = "Realtime.Server.dll of the version before, for F16.", Recursive = true };
    private static readonly Option<int?> Rounds = new("--rounds") { Description = "How often a fault strikes, instead of its own number.", Recursive = true };
    private static readonly Option<bool> Quick = new("--quick") { Description = "Fewer rounds, readers and seconds.", Recursive = true };
    private static readonly Option<bool> Keep = new("--keep") { Description = "Keep histories also of what passed.", Recursive = true };

    public static RootCommand Build()
    {
        var names = new Argument<string[]>("faults") { Description = "Names as in the list.", Arity = ArgumentArity.OneOrMore };
        var directory = new Argument<DirectoryInfo>("directory") { Description = "A kept history." };
        return new RootCommand("Real processes, real faults, and an offline check of everything that was seen.")
        {
            Seed, Server, Previous, Rounds, Quick, Keep,
            Named("list", "All faults.", (_, _) => Task.FromResult(List())),
            Named("run", "Some faults.", (parsed, cancellation) => RunAsync(parsed.GetValue(names)!, parsed, false, cancellation), names),
            Named("ci", "The faults for every commit, quickly.", (parsed, cancellation) => RunAsync(ForEveryCommit, parsed, true, cancellation)),
            Named("all", "Every fault.", (parsed, cancellation) => RunAsync([.. AllFaults.Table.Select(fault => fault.Name)], parsed, false, cancellation)),
            Named("check", "Check a kept history again.", (parsed, cancellation) => CheckAsync(parsed.GetValue(directory)!, cancellation), directory),
        };
    }

    private static string[] ForEveryCommit => [.. AllFaults.Table.Where(fault => fault.IsForEveryCommit).Select(fault => fault.Name)];

    private static Command Named(string name, string description, Func<ParseResult, CancellationToken, Task<int>> action, params Argument[] arguments)
    {
        var command = new Command(name, description);
        foreach (var argument in arguments) command.Arguments.Add(argument);
        command.SetAction(action);
        return command;
    }

    private static int List()
    {
        foreach (var fault in AllFaults.Table) AnsiConsole.WriteLine($"{fault.Name,-12} {(fault.IsForEveryCommit ? "ci" : "  ")}  {fault.Description}");
        return 0;
    }

    private static async Task<int> RunAsync(string[] names, ParseResult parsed, bool isQuick, CancellationToken cancellation)
    {
        if (names.FirstOrDefault(name => AllFaults.Find(name) is null) is { } unknown) return Complain($"There is no fault {unknown}; see list.");
        var options = Options(parsed, isQuick);
        if (!File.Exists(options.Server)) return Complain($"{options.Server} does not exist: build src/Realtime.Server, or name one with --server.");
        var runner = new FaultRunner(options, TimeProvider.System);
        var rows = new List<Row>();
        foreach (var name in names)
        {
            rows.Add(await runner.RunAsync(AllFaults.Find(name)!, cancellation));
            Report.Print(rows[^1]);
        }

        Report.Print(rows);
        return rows.Any(row => row.Verdict == Verdict.Failed) ? 1 : 0;
    }

    private static async Task<int> CheckAsync(DirectoryInfo directory, CancellationToken cancellation)
    {
        if (!directory.Exists) return Complain($"{directory} does not exist.");
        var history = await History.LoadAsync(directory.FullName, cancellation);
        var violations = Checker.Check(history);
        Report.Print(violations);
        AnsiConsole.WriteLine($"{history.Posts.Count} posts, {history.Sightings.Count} sightings, {violations.Count} violations");
        return violations.Count == 0 ? 0 : 1;
    }

    private static RunOptions Options(ParseResult parsed, bool isQuick) => new()
    {
        Seed = parsed.GetValue(Seed),
        Server = Path.GetFullPath(parsed.GetValue(Server)!),
        Previous = parsed.GetValue(Previous) is { } previous ? Path.GetFullPath(previous) : null,
        Rounds = parsed.GetValue(Rounds),
        Quick = isQuick || parsed.GetValue(Quick),
        Keep = parsed.GetValue(Keep),
    };

    private static int Complain(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 2;
    }
}
