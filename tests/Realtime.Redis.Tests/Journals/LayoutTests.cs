using System.Text;
using Microsoft.Extensions.Time.Testing;
using Realtime.Discussion.Journal;
using Realtime.Redis.Journals;
using Realtime.Redis.Stores;
using Realtime.Redis.Tests.Processes;
using StackExchange.Redis;

namespace Realtime.Redis.Tests.Journals;

/// <summary>What stands in the store is read by later versions: it changes only together with the golden file, and never for data already kept.</summary>
public sealed class LayoutTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_keys_and_their_bytes_are_those_of_the_golden_file()
    {
        Assert.SkipUnless(RedisServer.IsInstalled, RedisServer.WhyMissing);
        await using var server = new RedisServer(RedisServer.Durable);
        var options = await server.StartAsync();
        await using var connection = (await StoreConnection.OpenAsync(options.Redis, options, admin: true, TimeProvider.System, CancellationToken.None)).Multiplexer;
        await WriteAsync(new RedisJournal(connection, new RedisKeys(RedisKeys.DefaultPrefix), new FakeTimeProvider(Noon)));
        var golden = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Golden", "layout.golden"), TestContext.Current.CancellationToken);
        Assert.Equal(golden, await DumpAsync(connection));
    }

    private static async Task WriteAsync(RedisJournal journal)
    {
        var key = new JournalKey("gazette/harbour-bridge");
        await journal.OpenAsync(key, CancellationToken.None);
        var (writer, _) = await journal.OpenAsync(key, CancellationToken.None);
        var full = Enumerable.Range(1, JournalSegments.Length).Select(i => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes($"entry {i}")).ToList();
        await journal.AppendAsync(writer, 0, full, CancellationToken.None);
        await journal.AppendAsync(writer, JournalSegments.Length, [new byte[] { 0, 255 }], CancellationToken.None);
        await journal.SaveSnapshotAsync(writer, new JournalSnapshot(writer.Epoch, 1024, Encoding.UTF8.GetBytes("old")), CancellationToken.None);
        await journal.SaveSnapshotAsync(writer, new JournalSnapshot(writer.Epoch, 1025, new byte[(512 * 1024) + 2]), CancellationToken.None);
        await journal.RenewEpochAsync(writer, CancellationToken.None);
    }

    private static async Task<string> DumpAsync(IConnectionMultiplexer connection)
    {
        var lines = new List<string>();
        var keys = connection.GetServers()[0].KeysAsync();
        await foreach (var key in keys) lines.Add(await DumpAsync(connection.GetDatabase(), key));
        lines.Sort(StringComparer.Ordinal);
        return string.Join("\n", lines) + "\n";
    }

    private static async Task<string> DumpAsync(IDatabase database, RedisKey key) => $"{key} " + await database.KeyTypeAsync(key) switch
    {
        RedisType.Hash => "hash " + string.Join(" ", (await database.HashGetAllAsync(key)).OrderBy(field => (string)field.Name!, StringComparer.Ordinal)),
        RedisType.List => Dump(await database.ListRangeAsync(key)),
        _ => $"string {await database.StringLengthAsync(key)} bytes",
    };

    private static string Dump(RedisValue[] entries) => $"list {entries.Length} from {Convert.ToHexString(entries[0]!)} to {Convert.ToHexString(entries[^1]!)}";
}
