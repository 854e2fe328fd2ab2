using System.Text;
using Realtime.Redis.Renewal;
using Realtime.Redis.Stores;
using Realtime.Testing;
using Realtime.Testing.Processes;
using StackExchange.Redis;

namespace Realtime.Redis.Tests.Renewal;

/// <summary>On Redis, whose files are searched for what was deleted: its own way of packing them is switched off for that.</summary>
public sealed class RedisRenewalTests
{
    private const string Words = "taken-back-words";
    private static readonly string[] Plain = ["--appendonly", "yes", "--aof-use-rdb-preamble", "no", "--rdbcompression", "no"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Log_and_snapshot_are_written_anew()
    {
        await using var redis = await StartAsync([.. Plain, "--save", "3600 1000"]);
        await using var connection = await TalkAsync(redis);
        await connection.GetServers()[0].SaveAsync(SaveType.BackgroundSave);
        await Eventually.HoldsAsync("there is a snapshot", () => Snapshots(redis).Count == 1);
        Assert.Equal(2, FilesWith(redis).Count);
        await connection.GetDatabase().KeyDeleteAsync("words");

        Assert.True(await RenewalOf(redis.Address).RunAsync(Cancellation));

        Assert.Single(Snapshots(redis));
        Assert.Empty(FilesWith(redis));
    }

    [Fact]
    public async Task Without_snapshots_none_is_made()
    {
        await using var redis = await StartAsync(Plain);
        await using var connection = await TalkAsync(redis);
        await connection.GetDatabase().KeyDeleteAsync("words");

        Assert.True(await RenewalOf(redis.Address).RunAsync(Cancellation));

        Assert.Empty(Snapshots(redis));
        Assert.Empty(FilesWith(redis));
    }

    [Fact]
    public async Task A_log_that_is_being_written_anew_already_is_written_once_more()
    {
        await using var redis = await StartAsync([.. Plain, "--rdb-key-save-delay", "100000"]);
        await using var connection = await TalkAsync(redis);
        await connection.GetServers()[0].SaveAsync(SaveType.BackgroundRewriteAppendOnlyFile);
        await connection.GetDatabase().KeyDeleteAsync("words");

        Assert.True(await RenewalOf(redis.Address).RunAsync(Cancellation));

        Assert.Empty(FilesWith(redis));
    }

    [Fact]
    public async Task Replicas_that_the_settings_name_are_renewed_too()
    {
        await using var primary = await StartAsync(Plain);
        await using var replica = await StartAsync([.. Plain, "--replicaof", .. primary.Address.Split(':')]);
        await using var connection = await TalkAsync(primary);
        await Eventually.HoldsAsync("the replica has it", () => FilesWith(replica).Count > 0);
        await connection.GetDatabase().KeyDeleteAsync("words");
        await using var toReplica = await ConnectionMultiplexer.ConnectAsync(replica.Address);
        await Eventually.HoldsAsync("the replica has deleted it", async () => !await toReplica.GetDatabase().KeyExistsAsync("words", CommandFlags.DemandReplica));

        Assert.True(await RenewalOf($"{primary.Address},{replica.Address}").RunAsync(Cancellation));

        Assert.Empty(FilesWith(primary));
        Assert.Empty(FilesWith(replica));
    }

    [Theory]
    [InlineData("--user", "default", "on", "nopass", "~*", "&*", "+@all", "-bgrewriteaof")]
    [InlineData("--user", "default", "on", "nopass", "~*", "&*", "+@all", "-info")]
    [InlineData("--rename-command", "BGREWRITEAOF", "")]
    public async Task What_the_connection_may_not_do_is_left_to_the_operator(params string[] settings)
    {
        await using var redis = await StartAsync([.. Plain, .. settings]);
        var renewal = RenewalOf(redis.Address);
        Assert.False(await renewal.IsPossibleAsync(Cancellation));
        Assert.False(await renewal.RunAsync(Cancellation));
    }

    [Fact]
    public async Task What_the_connection_may_do_is_possible()
    {
        await using var redis = await StartAsync(Plain);
        Assert.True(await RenewalOf(redis.Address).IsPossibleAsync(Cancellation));
    }

    private static async Task<RedisProcess> StartAsync(params string[] settings)
    {
        Assert.SkipUnless(RedisProcess.IsInstalled, RedisProcess.WhyMissing);
        var redis = new RedisProcess(settings);
        await redis.StartAsync();
        return redis;
    }

    private static async Task<ConnectionMultiplexer> TalkAsync(RedisProcess redis)
    {
        var connection = await ConnectionMultiplexer.ConnectAsync($"{redis.Address},allowAdmin=true");
        await connection.GetDatabase().StringSetAsync("words", Words);
        await Eventually.HoldsAsync("the log has it", () => FilesWith(redis).Count > 0);
        return connection;
    }

    private static RedisRenewal RenewalOf(string address) =>
        new(address, new StoreOptions { Kind = StoreKind.Redis, Redis = address }, TimeProvider.System);

    private static List<string> Snapshots(RedisProcess redis) => [.. Directory.EnumerateFiles(redis.Directory, "dump.rdb")];

    private static List<string> FilesWith(RedisProcess redis) => [.. Directory.EnumerateFiles(redis.Directory, "*", SearchOption.AllDirectories)
        .Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Words)) >= 0)];
}
