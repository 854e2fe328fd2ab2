using Realtime.Redis.Tests.Processes;

namespace Realtime.Redis.Tests.Journals;

/// <summary>With the other one, more than fifty kills in all.</summary>
public sealed class RedisKillTests
{
    [Fact]
    public async Task Redis_killed_thirty_times_loses_nothing_acknowledged_and_halves_no_batch()
    {
        Assert.SkipUnless(RedisServer.IsInstalled, RedisServer.WhyMissing);
        await using var store = new RedisServer(RedisServer.OnDisk);
        await new KillRounds(store, seed: 20261124, forgets: false).RunAsync(30);
    }

    [Fact]
    public async Task Redis_that_syncs_every_second_may_lose_the_last_batches_but_never_a_part_of_one()
    {
        Assert.SkipUnless(RedisServer.IsInstalled, RedisServer.WhyMissing);
        await using var store = new RedisServer(RedisServer.Durable);
        await new KillRounds(store, seed: 7, forgets: true).RunAsync(10);
    }
}

public sealed class EmbeddedStoreKillTests
{
    [Fact]
    public async Task The_embedded_store_killed_twenty_five_times_loses_nothing_acknowledged_and_halves_no_batch()
    {
        await using var store = new StoreProcess();
        await new KillRounds(store, seed: 20261124, forgets: false).RunAsync(25);
    }
}
