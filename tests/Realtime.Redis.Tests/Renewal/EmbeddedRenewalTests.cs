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

        Assert.Equal(["AOF", "copy-2", "current", "lock"], Directory.EnumerateFileSystemEntries(Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        await using var again = await OpenAsync();
        Assert.Equal(["1", "2"], await again.Connection.GetDatabase().StringGetAsync(["before", "behind"]));
    }

    [Fact]
    public async Task Whoever_writes_meanwhile_finds_all_that_was_acknowledged_each_once()
    {
        await using var store = await OpenAsync();
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 8).Select(i => new PatientWriter(new JournalKey($"gazette/{i}"))).ToList();
        var writing = writers.Select(writer => writer.WriteAsync(store.Journal, enough.Token)).ToList();
        for (var renewal = 0; renewal < 5; renewal++)
        {
            await store.Renewal.RunAsync(Cancellation);
            var before = writers.Select(writer => writer.Acknowledged).ToList();
            await Eventually.HoldsAsync("everybody's writes are acknowledged again", () => writers.Zip(before).All(pair => pair.First.Acknowledged > pair.Second));
        }

        await enough.CancelAsync();
        await Task.WhenAll(writing);
        foreach (var writer in writers) await writer.VerifyAsync(store.Journal);
    }

    [Fact]
    public async Task A_renewal_that_fails_leaves_the_store_as_it_was_and_no_copy()
    {
        await using var store = await OpenAsync();
        var database = store.Connection.GetDatabase();
        await database.StringSetAsync("before", "1");
        // No directory can be made where this file is.
        await File.WriteAllTextAsync(Path.Combine(Root, "copy-1"), "in the way", Cancellation);

        await Assert.ThrowsAsync<JournalUnavailableException>(() => store.Renewal.RunAsync(Cancellation));

        Assert.Equal("1", await database.StringGetAsync("before"));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(Root), entry => Path.GetFileName(entry).StartsWith("copy-", StringComparison.Ordinal));
        Assert.True(await store.Renewal.RunAsync(Cancellation));
    }

    [Fact]
    public async Task A_copy_that_was_cut_off_is_gone_behind_the_next_start()
    {
        await using (var store = await OpenAsync()) await store.Connection.GetDatabase().StringSetAsync("before", "1");
        CutOff("copy-1");
        await using (var store = await OpenAsync())
        {
            Assert.False(Directory.Exists(Path.Combine(Root, "copy-1")));
            await store.Renewal.RunAsync(Cancellation);
        }

        CutOff("copy-2");
        await File.WriteAllTextAsync(Path.Combine(Root, "current.new"), "copy-", Cancellation);
        await using var again = await OpenAsync();
        Assert.Equal(["AOF", "copy-1", "current", "lock"], Directory.EnumerateFileSystemEntries(Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("1", await again.Connection.GetDatabase().StringGetAsync("before"));
    }

    [Fact]
    public async Task A_directory_of_the_time_before_there_were_copies_is_opened_and_makes_room_for_the_first()
    {
        await using (var store = await OpenAsync()) await store.Connection.GetDatabase().StringSetAsync("before", "1");
        Assert.False(File.Exists(Path.Combine(Root, "current")));
        Assert.True(Directory.Exists(Path.Combine(Root, "AOF")));

        await using (var store = await OpenAsync())
        {
            Assert.Equal("1", await store.Connection.GetDatabase().StringGetAsync("before"));
            await store.Renewal.RunAsync(Cancellation);
            Assert.False(Directory.Exists(Path.Combine(Root, "AOF")));
        }

        Assert.ThrowsAny<Exception>(OpenAsBefore);
        await using var again = await OpenAsync();
        Assert.Equal("1", await again.Connection.GetDatabase().StringGetAsync("before"));
    }

    [Fact]
    public async Task A_directory_that_is_named_and_missing_is_no_reason_to_begin_with_an_empty_store()
    {
        await using (var store = await OpenAsync()) await store.Renewal.RunAsync(Cancellation);
        Directory.Delete(Path.Combine(Root, "copy-1"), recursive: true);
        var failure = await Assert.ThrowsAsync<StoreStartException>(OpenAsync);
        Assert.Contains("is missing; restore it from a backup", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>As versions did that know of no copies.</summary>
    private void OpenAsBefore()
    {
        using var loggers = new GarnetLoggers(NullLoggerFactory.Instance);
        new EmbeddedGarnet(new StoreOptions { MemoryMegabytes = 32, LogMegabytes = 32 }, Root, "password", loggers).Dispose();
    }

    private void CutOff(string copy)
    {
        var aof = Directory.CreateDirectory(Path.Combine(Root, copy, "AOF"));
        File.WriteAllText(Path.Combine(aof.FullName, "aof.log.0"), "half a copy");
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
