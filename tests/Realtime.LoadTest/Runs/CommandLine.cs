using System.CommandLine;
using Realtime.LoadTest.Clusters;
using Realtime.Testing.Processes;

namespace Realtime.LoadTest.Runs;

/// <summary><c>takedown</c>: how long what moderators decide takes to reach everybody. Ends with 0 when everybody was reached.</summary>
internal static class CommandLine
{
    public static RootCommand Build()
    {
        var readers = new Option<int>("--readers") { Description = "Connections, spread over both servers.", DefaultValueFactory = _ => 1000 };
        var takedowns = new Option<int>("--takedowns") { Description = "Comments posted and rejected.", DefaultValueFactory = _ => 50 };
        var bans = new Option<int>("--bans") { Description = "People banned; the connections are theirs in equal parts.", DefaultValueFactory = _ => 50 };
        var takedown = new Command("takedown", "From a moderator's decision to the pages of readers on two servers: a comment that is rejected, a person who is banned.")
            { readers, takedowns, bans };
        takedown.SetAction((parsed, cancellation) =>
            TakedownAsync(new TakedownPlan(parsed.GetValue(readers), parsed.GetValue(takedowns), parsed.GetValue(bans)), cancellation));
        return new RootCommand("Load on real server processes, as clients see it.") { takedown };
    }

    private static async Task<int> TakedownAsync(TakedownPlan plan, CancellationToken cancellation)
    {
        if (plan.Mistake is { } mistake) return Complain(mistake);
        if (!RedisProcess.IsInstalled) return Complain(RedisProcess.WhyMissing);
        await using var cluster = await LoadCluster.StartAsync(servers: 2, cancellation);
        var results = await new TakedownRun(cluster, plan, TimeProvider.System).RunAsync(cancellation);
        Report.Print(plan, results);
        return results.Sum(result => result.Missing) == 0 ? 0 : 1;
    }

    private static int Complain(string what)
    {
        Console.Error.WriteLine(what);
        return 2;
    }
}
