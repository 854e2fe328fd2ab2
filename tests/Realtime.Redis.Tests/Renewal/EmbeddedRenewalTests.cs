using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Realtime.Discussion.Journal;
using Realtime.Redis.Stores;
using Realtime.Redis.Tests.Processes;
using Realtime.Testing;
using Realtime.Testing.Processes;
using StackExchange.Redis;

namespace Realtime.Redis.Tests.Renewal;

public sealed class EmbeddedRenewalTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Root => Path.Combine(_directory.Path, "data", "store");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task What_was_overwritten_or_deleted_is_in_no_file_any_more()
    {
        await using var store = await OpenAsync();
        var database = store.Connection.GetDatabase();
        await database.ListRightPushAsync("list", ["kept-words", "taken-back-words"]);
        await database.ListSetByIndexAsync("list", 1, "-");
        await database.StringSetAsync("deleted", "taken-back-words");
        await database.KeyDeleteAsync("deleted");
        Assert.NotEmpty(FilesWith("taken-back-words"));

        Assert.True(await store.Renewal.RunAsync(Cancellation));

        Assert.Empty(FilesWith("taken-back-words"));
        Assert.NotEmpty(FilesWith("kept-words"));
    }

    [Fact]
    public async Task Everything_that_lives_goes_along_of_every_type_and_until_the_same_moment()
    {
        await using var store = await OpenAsync();
        var database = store.Connection.GetDatabase();
        var large = Enumerable.Range(0, 3000).Select(i => (RedisValue)$"{i} {new string('x', 500)}").ToArray();
        await database.StringSetAsync("string", new byte[2_000_000]);
        await database.StringSetAsync("short-lived", "1", TimeSpan.FromHours(1));
        await database.ListRightPushAsync("list", large);
        await database.HashSetAsync("hash", [.. large.Select(value => new HashEntry(value, ""))]);
        await database.SetAddAsync("set", large);
        await database.SortedSetAddAsync("sorted", [.. large.Select((value, i) => new SortedSetEntry(value, i + 0.1))]);
        var expires = await database.KeyExpireTimeAsync("short-lived");

        await store.Renewal.RunAsync(Cancellation);
        await ConnectedAsync(store);

        Assert.Equal(2_000_000, await database.StringLengthAsync("string"));
        Assert.Equal(expires, await database.KeyExpireTimeAsync("short-lived"));
        Assert.Equal(large, await database.ListRangeAsync("list"));
        Assert.Equal(large.Order(), (await database.HashKeysAsync("hash")).Order());
        Assert.Equal(large.Order(), (await database.SetMembersAsync("set")).Order());
        Assert.Equal(large.Select((value, i) => new SortedSetEntry(value, i + 0.1)), await database.SortedSetRangeByRankWithScoresAsync("sorted"));
    }

    [Fact]
    public async Task A_later_start_finds_what_was_written_before_and_behind_the_renewal()
    {
        await using (var store = await OpenAsync())
        {
            await store.Connection.GetDatabase().StringSetAsync("before", "1");
            await store.Renewal.RunAsync(Cancellation);
            await ConnectedAsync(store);
            await store.Connection.GetDatabase().StringSetAsync("behind", "2");
            await store.Renewal.RunAsync(Cancellation);
        }

        Assert.Equal(["copy-2", "current", "lock"], Directory.EnumerateFileSystemEntries(Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        await using var again = await OpenAsync();
        Assert.Equal(["1", "2"], await again.Connection.GetDatabase().StringGetAsync(["before", "behind"]));
    }

    private List<string> FilesWith(string text) =>
        [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "lock" && Holds(file, text))];

    private static bool Holds(string file, string text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    }

    private static Task ConnectedAsync(OpenedStore store) => Eventually.HoldsAsync("the store is connected again", async () =>
    {
        try
        {
            return await store.PingAsync(Cancellation) > TimeSpan.Zero;
        }
        catch (JournalUnavailableException)
        {
            return false;
        }
    });

    private Task<OpenedStore> OpenAsync() =>
        Store.OpenAsync(new StoreOptions { MemoryMegabytes = 32, LogMegabytes = 32, CommandTimeout = IKillableStore.Patience }, _directory.Path, NullLoggerFactory.Instance, TimeProvider.System, Cancellation);
}
