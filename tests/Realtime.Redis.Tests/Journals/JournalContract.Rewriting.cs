using Realtime.Discussion.Journal;

namespace Realtime.Redis.Tests.Journals;

public abstract partial class JournalContract
{
    [Fact]
    public async Task A_rewritten_entry_takes_the_place_of_the_one_before_byte_for_byte()
    {
        var writer = await OpenAsync();
        await AppendAsync(writer, 0, 3);
        Assert.True(await Journal.RewriteAsync(writer, 2, new byte[] { 0, 13, 10, 255, 0 }, Cancellation));
        Assert.Equal([Entry("1"), [0, 13, 10, 255, 0], Entry("3")], await ReadAllAsync());
        Assert.Equal(AppendResult.Appended, await Journal.AppendAsync(writer, 3, [Entry("4")], Cancellation));
    }

    [Fact]
    public async Task Entries_of_every_segment_can_be_rewritten()
    {
        await FillAsync(JournalSegments.Length + 2);
        var writer = await OpenAsync();
        foreach (var sequence in new[] { 1, JournalSegments.Length, JournalSegments.Length + 1 }) Assert.True(await Journal.RewriteAsync(writer, sequence, Entry("gone"), Cancellation));
        var kept = await Rival.ReadAtAsync(_key, [1, 2, JournalSegments.Length, JournalSegments.Length + 1, JournalSegments.Length + 2], Cancellation);
        Assert.Equal([true, false, true, true, false], kept.Select(entry => entry!.Value.Span.SequenceEqual(Entry("gone"))));
    }

    [Fact]
    public async Task A_writer_that_was_replaced_rewrites_nothing()
    {
        var stale = await OpenAsync();
        await AppendAsync(stale, 0, 1);
        await Rival.OpenAsync(_key, Cancellation);
        Assert.False(await Journal.RewriteAsync(stale, 1, Entry("late"), Cancellation));
        Assert.Equal([Entry("1")], await ReadAllAsync());
    }

    [Fact]
    public async Task What_is_not_there_is_not_rewritten()
    {
        var writer = await OpenAsync();
        await AppendAsync(writer, 0, 1);
        Assert.False(await Journal.RewriteAsync(writer, 2, Entry("nothing"), Cancellation));
        Assert.Equal([Entry("1")], await ReadAllAsync());
    }
}
