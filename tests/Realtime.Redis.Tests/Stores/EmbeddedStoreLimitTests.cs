using Microsoft.Extensions.Logging.Abstractions;
using Realtime.Discussion.Journal;
using Realtime.Redis.Stores;
using Realtime.Redis.Tests.Processes;
using Realtime.Testing.Processes;
using Realtime.Testing;

namespace Realtime.Redis.Tests.Stores;

/// <summary>Without a storage tier Garnet drops its oldest keys once its memory is full, and says nothing; without checkpoints its log grows for ever.</summary>
public sealed class EmbeddedStoreLimitTests : IDisposable
{
    private const int Megabytes = 16;
    private const int Journals = 1024;
    private const int Entries = 16;
    private const int EntryBytes = 4 * 1024;
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Four_times_its_memory_is_read_back_whole_also_after_a_restart_and_the_log_stays_bounded()
    {
        Assert.True((long)Journals * Entries * EntryBytes >= 4L * Megabytes * 1024 * 1024);
        await using (var store = await OpenAsync())
        {
            for (var journal = 0; journal < Journals; journal++) await FillAsync(store.Journal, journal);
            for (var journal = 0; journal < Journals; journal++) await VerifyAsync(store.Journal, journal);
            await Eventually.HoldsAsync("the log on disk is within twice its limit", () => Task.FromResult(_directory.Bytes("data/store/AOF") <= 2L * Megabytes * 1024 * 1024));
        }

        await using var again = await OpenAsync();
        for (var journal = 0; journal < Journals; journal++) await VerifyAsync(again.Journal, journal);
    }

    private static async Task FillAsync(IJournal journals, int number)
    {
        var (writer, head) = await journals.OpenAsync(Key(number), Cancellation);
        for (; head < Entries; head += 8)
        {
            var batch = Enumerable.Range(0, 8).Select(i => (ReadOnlyMemory<byte>)Entry(number, (int)head + i)).ToList();
            Assert.Equal(AppendResult.Appended, await journals.AppendAsync(writer, head, batch, Cancellation));
        }
    }

    private static async Task VerifyAsync(IJournal journals, int number)
    {
        var slice = await journals.ReadAsync(Key(number), 0, Entries + 1, Cancellation);
        Assert.Equal(Entries, slice.Entries.Count);
        for (var i = 0; i < Entries; i++) Assert.True(slice.Entries[i].Span.SequenceEqual(Entry(number, i)), $"Entry {i} of journal {number} differs.");
    }

    private static byte[] Entry(int number, int place)
    {
        var bytes = new byte[EntryBytes];
        new Random((number * Entries) + place).NextBytes(bytes);
        return bytes;
    }

    private static JournalKey Key(int number) => new($"gazette/{number}");

    private Task<OpenedStore> OpenAsync() => Store.OpenAsync(
        new StoreOptions { MemoryMegabytes = Megabytes, LogMegabytes = Megabytes, CommandTimeout = IKillableStore.Patience },
        _directory.Path, NullLoggerFactory.Instance, TimeProvider.System, Cancellation);
}
