using System.Text;
using Realtime.Discussion.Journal;

namespace Realtime.Redis.Tests.Journals;

public abstract partial class JournalContract
{
    [Fact]
    public async Task Appending_behind_a_segment_that_is_not_full_writes_nothing()
    {
        var writer = await OpenAsync();
        await AppendAsync(writer, 0, 3);
        Assert.Equal(AppendResult.HeadMoved, await Journal.AppendAsync(writer, JournalSegments.Length, [Entry("hole")], Cancellation));
        Assert.Equal(3, (await Journal.OpenAsync(_key, Cancellation)).Head);
    }

    [Fact]
    public async Task A_batch_may_fill_a_segment_but_not_cross_it()
    {
        var writer = await OpenAsync();
        await AppendAsync(writer, 0, 1000);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AppendAsync(writer, 1000, 25));
        await AppendAsync(writer, 1000, 24);
        await AppendAsync(writer, 1024, 1024);
        await AppendAsync(writer, 2048, 1);
        Assert.Equal(Numbers(1, 2049), (await ReadAllAsync()).Select(Encoding.UTF8.GetString));
    }

    [Fact]
    public async Task A_read_crosses_segments_and_is_short_only_at_the_end()
    {
        await FillAsync(3000);
        Assert.Equal(Numbers(1000, 1100), await ReadAsync(999, 101));
        Assert.Equal(Numbers(1024, 1025), await ReadAsync(1023, 2));
        Assert.Equal(Numbers(2900, 3000), await ReadAsync(2899, 500));
        Assert.Empty(await ReadAsync(3000, 500));
        Assert.Empty(await ReadAsync(9000, 500));
        Assert.Empty(await ReadAsync(0, 0));
    }

    [Fact]
    public async Task A_read_without_a_limit_returns_all()
    {
        await FillAsync(9 * JournalSegments.Length);
        Assert.Equal(9 * JournalSegments.Length, (await ReadAsync(0, int.MaxValue)).Count);
    }

    [Fact]
    public async Task Single_entries_come_in_the_order_asked_and_are_null_where_there_are_none()
    {
        await FillAsync(1500);
        var found = await Rival.ReadAtAsync(_key, [1500, 1, 1501, 1024, 1025, 0, -3, 1], Cancellation);
        Assert.Equal(["1500", "1", null, "1024", "1025", null, null, "1"], found.Select(entry => entry is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(40 * 1024)]
    [InlineData((40 * 1024) + 7)]
    public async Task The_head_is_found_however_long_the_journal_is(int length)
    {
        await FillAsync(length);
        Assert.Equal(length, (await Rival.OpenAsync(_key, Cancellation)).Head);
    }

    [Fact]
    public async Task The_head_is_found_from_a_snapshot_that_is_old()
    {
        await FillAsync(1500);
        var writer = await OpenAsync();
        await Journal.SaveSnapshotAsync(writer, new JournalSnapshot(writer.Epoch, 1500, new byte[1]), Cancellation);
        await FillAsync(20_000, from: 1500);
        Assert.Equal(20_000, (await Journal.OpenAsync(_key, Cancellation)).Head);
    }

    [Fact]
    public async Task The_head_is_found_from_a_snapshot_of_more_than_the_journal_holds()
    {
        await FillAsync(1500);
        var writer = await OpenAsync();
        await Journal.SaveSnapshotAsync(writer, new JournalSnapshot(writer.Epoch, 70_000, new byte[1]), Cancellation);
        Assert.Equal(1500, (await Journal.OpenAsync(_key, Cancellation)).Head);
    }

    [Fact]
    public async Task The_longest_batch_of_long_entries_is_taken()
    {
        var writer = await OpenAsync();
        var entries = Enumerable.Range(0, 16).Select(i => Enumerable.Repeat((byte)i, 100_000).ToArray()).ToArray();
        Assert.Equal(AppendResult.Appended, await Journal.AppendAsync(writer, 0, Memory(entries), Cancellation));
        Assert.Equal(entries, await ReadAllAsync());
    }
}
