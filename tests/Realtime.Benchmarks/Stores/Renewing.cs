using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Realtime.Benchmarks.Machine;
using Realtime.Benchmarks.Reports;
using Realtime.Discussion.Journal;
using Realtime.Redis.Stores;

namespace Realtime.Benchmarks.Stores;

/// <summary>How long the embedded store takes to go on in new files, and how long a commenter waits meanwhile who asks again until it answers.</summary>
internal static class Renewing
{
    private static readonly int[] Sizes = [1_000, 20_000, 100_000];
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(5);

    public static async Task RunAsync(Plan plan, CancellationToken cancellation)
    {
        Facts.Print();
        var table = new Table("comments", "keys", "renewed in s", "most", "pause ms", "most");
        foreach (var comments in Sizes)
        {
            var directory = Directory.CreateTempSubdirectory("realtime-benchmark-");
            try
            {
                await MeasureAsync(directory.FullName, comments, plan, table, cancellation);
            }
            finally
            {
                directory.Delete(recursive: true);
            }
        }

        Console.WriteLine("The embedded store goes on in new files. Pause: between two acknowledgements of somebody who appends all the time.");
        table.Print();
    }

    private static async Task MeasureAsync(string directory, int comments, Plan plan, Table table, CancellationToken cancellation)
    {
        await using var store = await Store.OpenAsync(new StoreOptions { Directory = directory }, directory, NullLoggerFactory.Instance, TimeProvider.System, cancellation);
        await Seed.FillAsync(store, comments, cancellation);
        var (duration, pause) = (new Sample(), new Sample());
        for (var round = 0; round < plan.Rounds; round++)
        {
            using var enough = new CancellationTokenSource();
            var writing = WriteAsync(store.Journal, enough.Token);
            var began = Stopwatch.GetTimestamp();
            await store.Renewal.RunAsync(cancellation);
            duration.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            enough.CancelAfter(TimeSpan.FromSeconds(3));
            pause.Add((await writing).TotalMilliseconds);
        }

        var keys = await store.Connection.GetServers()[0].KeysAsync(pageSize: 1000).CountAsync(cancellation);
        table.Add($"{comments:#,0}", $"{keys:#,0}", Table.Number(duration.Median), Table.Number(duration.Most), Table.Number(pause.Median), Table.Number(pause.Most));
    }

    /// <returns>The longest time without an acknowledgement.</returns>
    private static async Task<TimeSpan> WriteAsync(IJournal journal, CancellationToken enough)
    {
        var (key, head) = (new JournalKey($"benchmark/{Guid.NewGuid():N}"), 0L);
        JournalWriter? writer = null;
        var longest = TimeSpan.Zero;
        for (var last = Stopwatch.GetTimestamp(); !enough.IsCancellationRequested;)
        {
            try
            {
                if (writer is null || await journal.AppendAsync(writer, head, [new byte[700]], CancellationToken.None) != AppendResult.Appended)
                    (writer, head) = await journal.OpenAsync(key, CancellationToken.None);
                else head++;
                var now = Stopwatch.GetTimestamp();
                longest = Stopwatch.GetElapsedTime(last, now) is var gap && gap > longest ? gap : longest;
                last = now;
            }
            catch (JournalUnavailableException)
            {
                await Task.Delay(AskAgain, CancellationToken.None);
            }
        }

        return longest;
    }
}
