using System.Diagnostics;
using Realtime.Benchmarks.Machine;
using Realtime.Benchmarks.Reports;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Reading;
using Realtime.Grains.Replicas;

namespace Realtime.Benchmarks.Threads;

/// <summary>Whether a thread of 100,000 comments costs its commenters and readers more than a short one.</summary>
internal static class LongThread
{
    private const int InFlight = 64, CommentsPerRound = 2000;
    private static readonly int[] Lengths = [100, 10_000, 100_000];

    public static async Task RunAsync(Plan plan, CancellationToken cancellation)
    {
        Facts.Print();
        await using var silo = await BenchSilo.StartAsync(cancellation);
        var commenters = new Commenters(silo.Commands);
        await commenters.PostForAsync(BenchSilo.NewThread(), InFlight, TimeSpan.FromSeconds(3));
        var before = await silo.StoredBytesAsync();
        var threads = new Dictionary<int, ThreadKey>();
        foreach (var length in Lengths) threads[length] = await FillAsync(commenters, length);
        var stored = await silo.StoredBytesAsync() - before;
        Console.WriteLine($"Redis keeps {stored / Lengths.Sum()} bytes per comment, its snapshots included; an entry has {Commenters.EntryBytes}.");
        await PrintPostingAsync(commenters, threads, plan);
        await PrintOpeningAsync(silo, commenters, threads, plan, cancellation);
        // Last: from here on this host watches the threads, and posting to them costs what following them costs.
        await PrintReadingAsync(silo, threads, plan, cancellation);
    }

    private static async Task<ThreadKey> FillAsync(Commenters commenters, int length)
    {
        var thread = BenchSilo.NewThread();
        await commenters.PostAsync(thread, 256, length);
        return thread;
    }

    /// <summary>The means count the snapshots that fall due on the way; the short thread is a new one in every round.</summary>
    private static async Task PrintPostingAsync(Commenters commenters, Dictionary<int, ThreadKey> threads, Plan plan)
    {
        var costs = Lengths.ToDictionary(length => length, _ => new Sample());
        // So many rounds that the longest thread takes its snapshot (every quarter of its length) at least once.
        for (var round = 0; round < Math.Max(plan.Rounds, 15); round++)
        {
            foreach (var length in Lengths)
            {
                var thread = length == Lengths[0] ? await FillAsync(commenters, length) : threads[length];
                var took = await commenters.PostAsync(thread, InFlight, CommentsPerRound);
                costs[length].Add(took.TotalMicroseconds / CommentsPerRound);
            }
        }

        var table = new Table("comments there", "µs per post", "ratio", "mean with snapshots", "ratio");
        var first = costs[Lengths[0]];
        foreach (var (length, cost) in costs)
            table.Add($"{length:#,0}", Table.Number(cost.Median), Table.Ratio(cost.Median / first.Median), Table.Number(cost.Mean), Table.Ratio(cost.Mean / first.Mean));
        table.Print();
    }

    private static async Task PrintOpeningAsync(
        BenchSilo silo, Commenters commenters, Dictionary<int, ThreadKey> threads, Plan plan, CancellationToken cancellation)
    {
        var table = new Table("opening for the first comment", "entries behind the snapshot", "ms, median", "most");
        foreach (var (length, thread) in threads)
        {
            var took = new Sample();
            for (var round = 0; round < plan.Rounds; round++)
            {
                await silo.CloseThreadsAsync();
                took.Add((await commenters.PostAsync(thread, 1, 1)).TotalMilliseconds);
            }

            table.Add($"{length:#,0} comments and what was added", $"{await TailAsync(silo, thread, cancellation):#,0}", Table.Number(took.Median), Table.Number(took.Most));
        }

        table.Print();
    }

    private static async Task<long> TailAsync(BenchSilo silo, ThreadKey thread, CancellationToken cancellation)
    {
        var snapshot = await silo.Journal.ReadSnapshotAsync(thread.Journal, cancellation);
        var from = snapshot?.Sequence ?? 0;
        return (await silo.Journal.ReadAsync(thread.Journal, from, int.MaxValue, cancellation)).Through - from;
    }

    private static async Task PrintReadingAsync(BenchSilo silo, Dictionary<int, ThreadKey> threads, Plan plan, CancellationToken cancellation)
    {
        var table = new Table("comments there", "ms to the first page on a new host", "µs, newest", "ratio", "µs, top", "ratio", "µs, in the middle", "ratio");
        var first = new Dictionary<string, double>();
        foreach (var (length, thread) in threads)
        {
            var began = Stopwatch.GetTimestamp();
            var replica = await silo.Replicas.OpenAsync(thread, cancellation);
            await replica.PageAsync(ThreadSort.Newest, null, 50, cancellation);
            var opening = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            var newest = await PageAsync(replica, ThreadSort.Newest, null, plan, cancellation);
            var top = await PageAsync(replica, ThreadSort.Top, null, plan, cancellation);
            var middle = await PageAsync(replica, ThreadSort.Newest, new PageCursor(ThreadSort.Newest, 0, (length / 2) + 25), plan, cancellation);
            string Against(string name, double cost) => Table.Ratio(cost / (first.TryGetValue(name, out var short_) ? short_ : first[name] = cost));
            table.Add($"{length:#,0}", Table.Number(opening), Table.Number(newest), Against("newest", newest), Table.Number(top), Against("top", top), Table.Number(middle), Against("middle", middle));
        }

        table.Print();
    }

    /// <returns>Microseconds a page of fifty, after the first.</returns>
    private static async Task<double> PageAsync(IThreadReplica replica, ThreadSort sort, PageCursor? cursor, Plan plan, CancellationToken cancellation)
    {
        for (var warm = 0; warm < 200; warm++) await replica.PageAsync(sort, cursor, 50, cancellation);
        var cost = new Sample();
        for (var round = 0; round < plan.Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            for (var page = 0; page < 500; page++) await replica.PageAsync(sort, cursor, 50, cancellation);
            cost.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds / 500);
        }

        return cost.Median;
    }
}
