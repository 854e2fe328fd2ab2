using System.Diagnostics;
using Realtime.Benchmarks.Reports;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using StackExchange.Redis;

namespace Realtime.Benchmarks.Threads;

/// <summary>Where the time of a comment goes when nobody else writes: each step alone, one after another.</summary>
internal static class Steps
{
    public static async Task PrintAsync(BenchSilo silo, Commenters commenters, Plan plan, CancellationToken cancellation)
    {
        var thread = BenchSilo.NewThread();
        await commenters.PostAsync(thread, 1, 1);
        var refused = new RemoveComment { Actor = new Actor(new UserId("nobody"), "Nobody", Roles.None), Number = int.MaxValue };
        var opened = await silo.Journal.OpenAsync(BenchSilo.NewThread().Journal, cancellation);
        ReadOnlyMemory<byte>[] entry = [new byte[Commenters.EntryBytes]];
        RedisValue value = entry[0];
        var head = opened.Head;
        var database = silo.Connection.GetDatabase();
        var table = new Table("one at a time", "µs");
        await AddAsync("PING to the store", () => database.PingAsync());
        await AddAsync("RPUSH to the store", () => database.ListRightPushAsync("benchmark", value));
        await AddAsync("append to a journal", () => silo.Journal.AppendAsync(opened.Writer, head++, entry, cancellation));
        await AddAsync("command that needs no append", () => silo.Commands.ExecuteAsync(thread, refused));
        await AddAsync("comment", () => commenters.PostAsync(thread));
        table.Print();

        async Task AddAsync(string name, Func<Task> step) => table.Add(name, Table.Number(await MeasureAsync(step, plan)));
    }

    private static async Task<double> MeasureAsync(Func<Task> step, Plan plan)
    {
        var cost = new Sample();
        for (var round = 0; round <= plan.Rounds; round++)
        {
            var (began, done) = (Stopwatch.GetTimestamp(), 0);
            for (; Stopwatch.GetElapsedTime(began) < plan.Length / 2; done++) await step();
            if (round > 0) cost.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds / done);
        }

        return cost.Median;
    }
}
