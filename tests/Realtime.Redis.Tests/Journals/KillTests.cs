using Realtime.Redis.Tests.Processes;

namespace Realtime.Redis.Tests.Journals;

/// <summary>More than fifty kills in all.</summary>
public sealed class KillTests
{
    private const int Seed = 20261124;

    [Fact]
    public async Task Redis_killed_thirty_times_loses_nothing_acknowledged_and_halves_no_batch()
    {
        Assert.SkipUnless(RedisServer.IsInstalled, RedisServer.WhyMissing);
        await using var store = new RedisServer(RedisServer.OnDisk);
        await KillAsync(store, 30);
    }

    [Fact]
    public async Task Redis_that_syncs_every_second_may_lose_the_last_batches_but_never_a_part_of_one()
    {
        Assert.SkipUnless(RedisServer.IsInstalled, RedisServer.WhyMissing);
        await using var store = new RedisServer(RedisServer.Durable);
        await KillAsync(store, 10, forgets: true);
    }

    [Fact]
    public async Task The_embedded_store_killed_twenty_five_times_loses_nothing_acknowledged_and_halves_no_batch()
    {
        await using var store = new StoreProcess();
        await KillAsync(store, 25);
    }

    private static async Task KillAsync(IKillableStore store, int times, bool forgets = false)
    {
        var rounds = new KillRounds(store, Seed, forgets);
        await rounds.RunAsync(times);
        TestContext.Current.TestOutputHelper?.WriteLine($"{rounds.Acknowledged} entries kept over {times} kills.");
    }
}
