using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Realtime.Discussion.Journal;
using Realtime.Redis.Stores;
using Realtime.Redis.Tests.Processes;
using StackExchange.Redis;

namespace Realtime.Redis.Tests.Stores;

public sealed class RedisStoreTests
{
    [Theory]
    [InlineData("everysec", StoreDurabilityLevel.WithinASecond)]
    [InlineData("always", StoreDurabilityLevel.OnDisk)]
    public async Task A_durable_store_is_opened_and_described(string fsync, StoreDurabilityLevel level)
    {
        await using var server = await StartAsync("--appendonly", "yes", "--appendfsync", fsync);
        await using var store = await OpenAsync(server.Options);
        Assert.Equal(level, store.Durability.Level);
        Assert.Contains(fsync, store.Durability.Description, StringComparison.Ordinal);
        Assert.False(store.IsEmbedded);
    }

    [Theory]
    [InlineData("set appendonly yes")]
    [InlineData("set appendfsync everysec", "--appendonly", "yes", "--appendfsync", "no")]
    [InlineData("set maxmemory-policy noeviction", "--appendonly", "yes", "--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru")]
    [InlineData("allow the command CONFIG", "--appendonly", "yes", "--rename-command", "CONFIG", "")]
    public async Task A_store_that_may_lose_something_is_refused_with_what_to_set(string remedy, params string[] settings)
    {
        await using var server = await StartAsync(settings);
        var failure = await Assert.ThrowsAsync<StoreStartException>(() => OpenAsync(server.Options));
        Assert.Contains(remedy, failure.Message, StringComparison.Ordinal);
        Assert.Contains("Store:AllowNotDurable", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_may_allow_a_store_that_is_not_durable()
    {
        await using var server = await StartAsync();
        await using var store = await OpenAsync(server.Options with { AllowNotDurable = true });
        Assert.Equal(StoreDurabilityLevel.NotDurable, store.Durability.Level);
    }

    [Fact]
    public async Task A_store_without_a_command_that_the_journal_needs_is_refused()
    {
        await using var server = await StartAsync([.. RedisServer.Durable, "--rename-command", "RPUSH", ""]);
        var failure = await Assert.ThrowsAsync<StoreStartException>(() => OpenAsync(server.Options));
        Assert.Contains("does not do what the journal needs", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_proof_leaves_nothing_behind()
    {
        await using var server = await StartAsync(RedisServer.Durable);
        await using var store = await OpenAsync(server.Options);
        await using var admin = await server.ConnectAdminAsync();
        Assert.Equal(0, await admin.GetServers()[0].DatabaseSizeAsync());
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_refused_in_one_sentence()
    {
        await using var server = new RedisServer();
        var failure = await Assert.ThrowsAsync<StoreStartException>(() => OpenAsync(server.Options with { StartTimeout = TimeSpan.Zero }));
        Assert.Contains("(Store:Redis) does not answer", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_starts_later_is_waited_for()
    {
        Assert.SkipUnless(RedisServer.IsInstalled, RedisServer.WhyMissing);
        await using var server = new RedisServer(RedisServer.Durable);
        var opening = OpenAsync(server.Options);
        await server.StartAsync();
        await using var store = await opening;
        Assert.True(store.Connection.IsConnected);
    }

    [Fact]
    public async Task What_is_opened_is_what_the_container_gives()
    {
        await using var server = await StartAsync(RedisServer.Durable);
        await using var store = await OpenAsync(server.Options);
        await using var provider = new ServiceCollection().AddStore(store).BuildServiceProvider();
        Assert.Same(store.Journal, provider.GetRequiredService<IJournal>());
        Assert.Same(store.Connection, provider.GetRequiredService<IConnectionMultiplexer>());
        Assert.Same(store, provider.GetRequiredService<OpenedStore>());
    }

    private static async Task<RedisServer> StartAsync(params string[] settings)
    {
        Assert.SkipUnless(RedisServer.IsInstalled, RedisServer.WhyMissing);
        var server = new RedisServer(settings);
        await server.StartAsync();
        return server;
    }

    private static Task<OpenedStore> OpenAsync(StoreOptions options) =>
        Store.OpenAsync(options, ".", NullLoggerFactory.Instance, TimeProvider.System, TestContext.Current.CancellationToken);
}
