using System.Text;
using Realtime.Discussion.Journal;

namespace Realtime.Redis.Tests.Journals;

public abstract partial class JournalContract
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(512 * 1024)]
    [InlineData((3 * 1024 * 1024) + 1)]
    public async Task A_snapshot_is_returned_byte_for_byte(int length)
    {
        var writer = await OpenAsync();
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        Assert.True(await Journal.SaveSnapshotAsync(writer, new JournalSnapshot(writer.Epoch, 7, bytes), Cancellation));
        var kept = await Rival.ReadSnapshotAsync(_key, Cancellation);
        Assert.Equal((writer.Epoch, 7), (kept!.Epoch, kept.Sequence));
        Assert.Equal(bytes, kept.Bytes.ToArray());
    }

    [Fact]
    public async Task A_snapshot_takes_the_place_of_the_one_before()
    {
        var writer = await OpenAsync();
        foreach (var length in new[] { 2_000_000, 10, 700_000 })
        {
            await Journal.SaveSnapshotAsync(writer, new JournalSnapshot(writer.Epoch, length, new byte[length]), Cancellation);
            Assert.Equal(length, (await Rival.ReadSnapshotAsync(_key, Cancellation))!.Bytes.Length);
        }
    }

    [Fact]
    public async Task A_writer_that_was_replaced_cannot_keep_a_snapshot()
    {
        var stale = await OpenAsync();
        var current = (await Rival.OpenAsync(_key, Cancellation)).Writer;
        await Rival.SaveSnapshotAsync(current, new JournalSnapshot(current.Epoch, 1, Entry("current")), Cancellation);
        Assert.False(await Journal.SaveSnapshotAsync(stale, new JournalSnapshot(stale.Epoch, 2, Entry("stale")), Cancellation));
        Assert.Equal("current", Encoding.UTF8.GetString((await Journal.ReadSnapshotAsync(_key, Cancellation))!.Bytes.Span));
    }

    [Fact]
    public async Task Snapshots_read_while_they_are_replaced_are_whole()
    {
        var writer = await OpenAsync();
        var saving = SaveManyAsync(writer);
        while (!saving.IsCompleted)
        {
            if (await Rival.ReadSnapshotAsync(_key, Cancellation) is { } kept) Assert.Equal(-1, kept.Bytes.Span.IndexOfAnyExcept((byte)kept.Sequence));
        }

        await saving;
    }

    private async Task SaveManyAsync(JournalWriter writer)
    {
        for (var i = 1; i <= 12; i++)
            await Journal.SaveSnapshotAsync(writer, new JournalSnapshot(writer.Epoch, i, Enumerable.Repeat((byte)i, 600_000 * (1 + (i % 3))).ToArray()), Cancellation);
    }
}
