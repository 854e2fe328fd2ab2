using Realtime.Benchmarks.Machine;
using Realtime.Benchmarks.Reports;

namespace Realtime.Benchmarks.Threads;

/// <summary>One thread that everybody writes to, against what the same Redis gives to as many connections that append to one list without rules.</summary>
internal static class HotThread
{
    public static async Task RunAsync(Plan plan, CancellationToken cancellation)
    {
        Facts.Print();
        await using var silo = await BenchSilo.StartAsync(cancellation);
        var commenters = new Commenters(silo.Commands);
        var redis = new RedisBenchmark(silo.RedisPort, Commenters.EntryBytes);
        var results = plan.InFlight.ToDictionary(callers => callers, _ => (Ours: new Sample(), Redis: new Sample(), Ratio: new Sample()));
        await commenters.PostForAsync(BenchSilo.NewThread(), 64, TimeSpan.FromSeconds(3));
        for (var round = 0; round < plan.Rounds; round++)
        {
            foreach (var (callers, result) in results)
            {
                var ours = await OursAsync(silo, commenters, callers, plan.Length);
                var theirs = await redis.MeasureAsync(callers, plan.Length, cancellation);
                result.Ours.Add(ours);
                result.Redis.Add(theirs);
                result.Ratio.Add(ours / theirs);
            }
        }

        Print(results);
        await Steps.PrintAsync(silo, commenters, plan, cancellation);
    }

    private static async Task<double> OursAsync(BenchSilo silo, Commenters commenters, int callers, TimeSpan length)
    {
        await silo.CloseThreadsAsync();
        await silo.EmptyStoreAsync();
        GC.Collect();
        var thread = BenchSilo.NewThread();
        await commenters.PostAsync(thread, 1, 1);
        return await commenters.PostForAsync(thread, callers, length);
    }

    private static void Print(Dictionary<int, (Sample Ours, Sample Redis, Sample Ratio)> results)
    {
        var table = new Table("in flight", "comments/s", "rpush/s", "ratio", "least", "most");
        foreach (var (callers, (ours, redis, ratio)) in results)
            table.Add($"{callers}", Table.Number(ours.Median), Table.Number(redis.Median), Table.Ratio(ratio.Median), Table.Ratio(ratio.Least), Table.Ratio(ratio.Most));
        Console.WriteLine($"One thread, {Commenters.EntryBytes} bytes per entry, Redis with appendfsync everysec; ratio = comments ÷ rpush, median of rounds.");
        table.Print();
    }
}
