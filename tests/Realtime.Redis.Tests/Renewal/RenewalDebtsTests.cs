using Microsoft.Extensions.Time.Testing;
using Realtime.Redis.Journals;
using Realtime.Redis.Renewal;
using Realtime.Redis.Stores;
using Realtime.Testing.Processes;
using StackExchange.Redis;

namespace Realtime.Redis.Tests.Renewal;

public sealed class RenewalDebtsTests : IAsyncLifetime
{
    private readonly RedisProcess _redis = new("--appendonly", "yes");
    private readonly FakeTimeProvider _time = new();
    private ConnectionMultiplexer? _connection;

    private RenewalDebts Debts => new(_connection!, new RedisKeys("debts"), new StoreOptions { RenewEvery = TimeSpan.FromMinutes(10) }, _time);

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(RedisProcess.IsInstalled, RedisProcess.WhyMissing);
        await _redis.StartAsync();
        _connection = await ConnectionMultiplexer.ConnectAsync(_redis.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task A_renewal_is_due_behind_an_erasure_and_settled_once()
    {
        Assert.True(await Debts.BeginAsync("ada"));
        Assert.Empty(await Debts.DueAsync());
        await Debts.OweAsync("ada");
        var due = await Debts.DueAsync();
        Assert.Equal("ada", Assert.Single(due).Erasure);
        Assert.False(await Debts.IsSettledAsync("ada"));
        await Debts.SettleAsync(due);
        Assert.Empty(await Debts.DueAsync());
        Assert.True(await Debts.IsSettledAsync("ada"));
    }

    [Fact]
    public async Task An_erasure_that_ends_while_files_are_renewed_is_not_settled_by_that()
    {
        await Debts.OweAsync("ada");
        var due = await Debts.DueAsync();
        await Debts.OweAsync("ada");
        await Debts.SettleAsync(due);
        Assert.Single(await Debts.DueAsync());
        Assert.False(await Debts.IsSettledAsync("ada"));
    }

    [Fact]
    public async Task An_erasure_that_never_ended_is_followed_after_an_hour()
    {
        await Debts.BeginAsync("ada");
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Empty(await Debts.DueAsync());
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Single(await Debts.DueAsync());
    }

    [Fact]
    public async Task Whoever_asks_again_and_finds_nothing_loses_nothing_of_what_is_settled_or_owed()
    {
        await Debts.OweAsync("ada");
        Assert.False(await Debts.BeginAsync("ada"));
        await Debts.SettleAsync(await Debts.DueAsync());
        Assert.True(await Debts.BeginAsync("ada"));
        await Debts.OweAsWellAsync("ada");
        Assert.True(await Debts.IsSettledAsync("ada"));
        Assert.Single(await Debts.DueAsync());
    }

    [Fact]
    public async Task Of_many_servers_one_has_the_turn()
    {
        var turns = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Debts.TakeTurnAsync()));
        Assert.Single(turns, turn => turn);
    }
}
