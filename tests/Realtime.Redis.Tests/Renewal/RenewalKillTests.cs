using Realtime.Discussion.Journal;
using Realtime.Redis.Journals;
using Realtime.Redis.Stores;
using Realtime.Redis.Tests.Processes;
using Realtime.Testing;

namespace Realtime.Redis.Tests.Renewal;

/// <summary>A store in a process of its own that goes on in new files all the time, and is killed at a moment that the seed decides, while everybody writes.</summary>
public sealed class RenewalKillTests
{
    private const int Kills = 10;

    [Fact]
    public async Task The_embedded_store_killed_ten_times_while_it_goes_on_in_new_files_loses_nothing_acknowledged()
    {
        // Seeded, so that a failure can be had again; nothing here is a secret.
#pragma warning disable CA5394
        var random = new Random(20261130);
        await using var store = new StoreProcess(renewing: true);
        var writers = Enumerable.Range(0, 4).Select(i => new PatientWriter(new JournalKey($"gazette/{i}"))).ToList();
        for (var kill = 0; kill <= Kills; kill++)
        {
            var options = await store.StartAsync();
            var connection = await StoreConnection.OpenAsync(options.Redis, options, admin: false, TimeProvider.System, CancellationToken.None);
            await using var multiplexer = connection.Multiplexer;
            var journal = new RedisJournal(multiplexer, new RedisKeys(options.Prefix), TimeProvider.System);
            foreach (var writer in writers) await AnsweredAsync(() => writer.VerifyAsync(journal));
            if (kill < Kills) await WriteUntilKilledAsync(store, writers, journal, random.Next(3), random.Next(200));
        }
#pragma warning restore CA5394
        Assert.True(store.Renewals >= Kills, $"Only {store.Renewals} renewals.");
    }

    private static async Task WriteUntilKilledAsync(StoreProcess store, List<PatientWriter> writers, RedisJournal journal, int renewals, int acknowledgements)
    {
        using var enough = new CancellationTokenSource();
        var writing = writers.Select(writer => writer.WriteAsync(journal, enough.Token)).ToList();
        await ReachAsync("so many renewals", () => store.Renewals, renewals);
        await ReachAsync("so many acknowledgements", () => writing.Any(task => task.IsFaulted) ? long.MaxValue : writers.Sum(writer => writer.Acknowledged), acknowledgements);
        await store.KillAsync();
        await enough.CancelAsync();
        await Task.WhenAll(writing);
    }

    private static Task ReachAsync(string name, Func<long> count, int more)
    {
        var before = count();
        return Eventually.HoldsAsync(name, () => count() >= before + more);
    }

    /// <summary>The door may be shut at the moment.</summary>
    private static Task AnsweredAsync(Func<Task> ask) => Eventually.HoldsAsync("the store answers", async () =>
    {
        try
        {
            await ask();
            return true;
        }
        catch (JournalUnavailableException)
        {
            return false;
        }
    });
}
