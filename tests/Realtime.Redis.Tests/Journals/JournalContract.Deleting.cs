using Realtime.Discussion.Journal;

namespace Realtime.Redis.Tests.Journals;

public abstract partial class JournalContract
{
    [Fact]
    public async Task A_deleted_journal_reads_as_one_that_never_was()
    {
        await FillAsync((2 * JournalSegments.Length) + 1);
        var writer = await OpenAsync();
        await Journal.SaveSnapshotAsync(writer, new JournalSnapshot(writer.Epoch, 1, new byte[(512 * 1024) + 2]), Cancellation);

        Assert.True(await Journal.DeleteAsync(writer, Cancellation));

        var slice = await Rival.ReadAsync(_key, 0, 10, Cancellation);
        Assert.Equal((0, 0, 0), (slice.Epoch, slice.After, slice.Entries.Count));
        Assert.Equal([null, null], await Rival.ReadAtAsync(_key, [1, JournalSegments.Length + 1], Cancellation));
        Assert.Null(await Rival.ReadSnapshotAsync(_key, Cancellation));
    }

    [Fact]
    public async Task Who_opens_a_deleted_journal_begins_another_in_a_higher_epoch()
    {
        await FillAsync(JournalSegments.Length + 1);
        var before = await OpenAsync();
        Assert.True(await Journal.DeleteAsync(before, Cancellation));

        var (writer, head) = await Rival.OpenAsync(_key, Cancellation);

        Assert.Equal(0, head);
        Assert.True(writer.Epoch > before.Epoch);
        Assert.True(writer.WriterEpoch > before.WriterEpoch);
        Assert.Equal(AppendResult.Appended, await Rival.AppendAsync(writer, 0, [Entry("anew")], Cancellation));
        Assert.Equal([Entry("anew")], await ReadAllAsync());
    }

    [Fact]
    public async Task A_writer_that_was_replaced_deletes_nothing()
    {
        var stale = await OpenAsync();
        await AppendAsync(stale, 0, 2);
        await Rival.OpenAsync(_key, Cancellation);
        Assert.False(await Journal.DeleteAsync(stale, Cancellation));
        Assert.Equal([Entry("1"), Entry("2")], await ReadAllAsync());
    }

    [Fact]
    public async Task The_writer_of_a_deleted_journal_is_fenced_from_the_next_one()
    {
        var stale = await OpenAsync();
        await AppendAsync(stale, 0, 1);
        Assert.True(await Journal.DeleteAsync(stale, Cancellation));
        await Rival.OpenAsync(_key, Cancellation);
        Assert.Equal(AppendResult.Fenced, await Journal.AppendAsync(stale, 0, [Entry("late")], Cancellation));
        Assert.False(await Journal.SaveSnapshotAsync(stale, new JournalSnapshot(stale.Epoch, 1, new byte[1]), Cancellation));
        Assert.False(await Journal.DeleteAsync(stale, Cancellation));
        Assert.Empty(await ReadAllAsync());
    }

    [Fact]
    public async Task What_is_not_there_is_not_deleted() => Assert.False(await Journal.DeleteAsync(new JournalWriter(_key, 1, 1), Cancellation));
}
