using System.CommandLine;
using Realtime.Benchmarks.Bodies;
using Realtime.Benchmarks.Screening;
using Realtime.Benchmarks.Stores;
using Realtime.Benchmarks.Threads;

namespace Realtime.Benchmarks;

/// <summary>
/// Measured runs, each against something in the same run: what counts are the ratios, because the machine's figures are the machine's.
/// Build it with <c>-c Release</c>; it needs <c>redis-server</c> and <c>redis-benchmark</c>.
/// </summary>
internal static class Program
{
    private static readonly Option<double> Seconds = new("--seconds") { Description = "Length of one measurement.", DefaultValueFactory = _ => 2 };
    private static readonly Option<int> Rounds = new("--rounds") { Description = "Times that everything is measured, in turn.", DefaultValueFactory = _ => 5 };
    private static readonly Option<int[]> InFlight = new("--in-flight")
    {
        Description = "Callers that each wait for their acknowledgement.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1, 16, 64, 256],
    };

    public static Task<int> Main(string[] args)
    {
        var root = new RootCommand("Realtime's benchmarks");
        root.Add(Verb("hot-thread", "Comments a second through one thread, against redis-benchmark -t rpush.", HotThread.RunAsync));
        root.Add(Verb("long-thread", "What a comment, an opening and a page cost in a thread of 100,000, against one of 100.", LongThread.RunAsync));
        root.Add(Verb("render", "What checking and rendering a comment's body costs, for the worst that can be written too.", Rendering.RunAsync));
        root.Add(Verb("screening", "What screening a comment costs with the longest word lists.", LongLists.RunAsync));
        root.Add(Verb("dry-run", "Word lists tried on a site of 100,000 comments, and applied.", WholeSite.RunAsync));
        root.Add(Verb("renewal", "How long the embedded store takes to go on in new files, and stands still for it.", Renewing.RunAsync));
        return root.Parse(args).InvokeAsync();
    }

    private static Command Verb(string name, string description, Func<Plan, CancellationToken, Task> run)
    {
        var verb = new Command(name, description) { Seconds, Rounds, InFlight };
        verb.SetAction((parsed, cancellation) => run(new Plan(TimeSpan.FromSeconds(parsed.GetValue(Seconds)), parsed.GetValue(Rounds), parsed.GetValue(InFlight)!), cancellation));
        return verb;
    }
}

/// <param name="Length">Of one measurement.</param>
/// <param name="Rounds">How often everything is measured, in turn.</param>
/// <param name="InFlight">Numbers of callers at once, for the hot thread.</param>
internal sealed record Plan(TimeSpan Length, int Rounds, int[] InFlight);
