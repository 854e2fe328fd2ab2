using System.Text;
using Realtime.Discussion.Journal;

namespace Realtime.Redis.Tests.Journals;

/// <summary>What every journal promises; the tests of each kind inherit it.</summary>
public abstract partial class JournalContract
{
    private readonly JournalKey _key = new($"gazette/{Guid.NewGuid():N}");

    protected abstract IJournal Journal { get; }

    /// <summary>The same journals, reached another way.</summary>
    protected abstract IJournal Rival { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_journal_that_does_not_exist_reads_as_empty_with_epoch_zero()
    {
        var slice = await Journal.ReadAsync(_key, 0, 10, Cancellation);
        Assert.Equal((0, 0, 0), (slice.Epoch, slice.After, slice.Entries.Count));
        Assert.Null(await Journal.ReadSnapshotAsync(_key, Cancellation));
        Assert.Equal([null], await Journal.ReadAtAsync(_key, [1], Cancellation));
    }

    [Fact]
    public async Task Opening_creates_an_empty_journal_with_an_epoch()
    {
        var opened = await Journal.OpenAsync(_key, Cancellation);
        Assert.Equal(0, opened.Head);
        Assert.True(opened.Writer.Epoch > 0);
        Assert.Equal(opened.Writer.Epoch, (await Rival.ReadAsync(_key, 0, 1, Cancellation)).Epoch);
    }

    [Fact]
    public async Task Opening_again_raises_the_writer_epoch_and_keeps_the_epoch()
    {
        var first = (await Journal.OpenAsync(_key, Cancellation)).Writer;
        var second = (await Rival.OpenAsync(_key, Cancellation)).Writer;
        Assert.True(second.WriterEpoch > first.WriterEpoch);
        Assert.Equal(first.Epoch, second.Epoch);
    }

    [Fact]
    public async Task Reopening_raises_the_writer_epoch_too_and_finds_the_head()
    {
        var writer = await OpenAsync();
        await AppendAsync(writer, 0, 2);
        var reopened = await Rival.ReopenAsync(writer, Cancellation);
        Assert.True(reopened.Writer.WriterEpoch > writer.WriterEpoch);
        Assert.Equal((writer.Epoch, 2, false), (reopened.Writer.Epoch, reopened.Head, reopened.BeganEpoch));
        Assert.Equal(AppendResult.Fenced, await Journal.AppendAsync(writer, 2, [Entry("late")], Cancellation));
    }

    [Fact]
    public async Task Appended_entries_are_read_back_in_order_byte_for_byte()
    {
        var writer = await OpenAsync();
        var entries = new[] { Entry("first"), new byte[] { 0, 13, 10, 255, 0 }, Array.Empty<byte>(), Entry("€ 😀") };
        Assert.Equal(AppendResult.Appended, await Journal.AppendAsync(writer, 0, Memory(entries), Cancellation));
        Assert.Equal(entries, await ReadAllAsync());
        Assert.Equal(4, (await Rival.OpenAsync(_key, Cancellation)).Head);
    }

    [Fact]
    public async Task Appending_behind_another_head_writes_nothing()
    {
        var writer = await OpenAsync();
        await AppendAsync(writer, 0, 3);
        Assert.Equal(AppendResult.HeadMoved, await Journal.AppendAsync(writer, 2, [Entry("late")], Cancellation));
        Assert.Equal(AppendResult.HeadMoved, await Journal.AppendAsync(writer, 4, [Entry("early")], Cancellation));
        Assert.Equal(3, (await ReadAllAsync()).Count);
    }

    [Fact]
    public async Task A_writer_that_was_replaced_is_fenced_also_when_it_knows_the_head()
    {
        var stale = await OpenAsync();
        await Rival.OpenAsync(_key, Cancellation);
        Assert.Equal(AppendResult.Fenced, await Journal.AppendAsync(stale, 0, [Entry("zombie")], Cancellation));
        Assert.Empty(await ReadAllAsync());
    }

    [Fact]
    public async Task A_writer_of_a_journal_that_is_gone_is_fenced()
    {
        var writer = new JournalWriter(_key, 1, 1);
        Assert.Equal(AppendResult.Fenced, await Journal.AppendAsync(writer, 0, [Entry("lost")], Cancellation));
        Assert.Null(await Journal.RenewEpochAsync(writer, Cancellation));
        Assert.False(await Journal.SaveSnapshotAsync(writer, new JournalSnapshot(1, 0, new byte[1]), Cancellation));
    }

    [Fact]
    public async Task Of_two_that_race_for_a_place_exactly_one_wins_every_time()
    {
        var writer = await OpenAsync();
        var winners = new List<string>();
        for (var head = 0; head < 200; head++)
        {
            var results = await Task.WhenAll(
                Journal.AppendAsync(writer, head, [Entry($"one {head}")], Cancellation), Rival.AppendAsync(writer, head, [Entry($"two {head}")], Cancellation));
            Assert.Equal([AppendResult.Appended, AppendResult.HeadMoved], results.Order());
            winners.Add($"{(results[0] == AppendResult.Appended ? "one" : "two")} {head}");
        }

        Assert.Equal(winners, (await ReadAllAsync()).Select(Encoding.UTF8.GetString));
    }

    [Fact]
    public async Task While_two_keep_replacing_each_other_nothing_acknowledged_is_lost_or_moved()
    {
        var acknowledged = await Task.WhenAll(FightAsync(Journal, "one"), FightAsync(Rival, "two"));
        var kept = (await ReadAllAsync()).Select(Encoding.UTF8.GetString).ToList();
        Assert.Equal(kept.Count, acknowledged.Sum(entries => entries.Count));
        Assert.All(acknowledged.SelectMany(entries => entries), entry => Assert.Equal(entry.Text, kept[(int)entry.Sequence - 1]));
    }

    [Fact]
    public async Task A_renewed_epoch_is_higher_and_the_writer_goes_on()
    {
        var writer = await OpenAsync();
        await AppendAsync(writer, 0, 2);
        var renewed = await Journal.RenewEpochAsync(writer, Cancellation);
        Assert.True(renewed!.Epoch > writer.Epoch);
        Assert.Equal(writer.WriterEpoch, renewed.WriterEpoch);
        Assert.Equal(renewed.Epoch, (await Rival.ReadAsync(_key, 0, 1, Cancellation)).Epoch);
        Assert.True((await Journal.RenewEpochAsync(renewed, Cancellation))!.Epoch > renewed.Epoch);
        Assert.Equal(AppendResult.Appended, await Journal.AppendAsync(renewed, 2, [Entry("3")], Cancellation));
    }

    [Fact]
    public async Task A_writer_that_was_replaced_cannot_renew_the_epoch()
    {
        var stale = await OpenAsync();
        var current = (await Rival.OpenAsync(_key, Cancellation)).Writer;
        Assert.Null(await Journal.RenewEpochAsync(stale, Cancellation));
        Assert.Equal(current.Epoch, (await Rival.ReadAsync(_key, 0, 1, Cancellation)).Epoch);
    }

    [Fact]
    public async Task Journals_do_not_touch_one_another()
    {
        var writer = await OpenAsync();
        var other = (await Journal.OpenAsync(new JournalKey(_key.Value + "-2"), Cancellation)).Writer;
        await AppendAsync(writer, 0, 3);
        await AppendAsync(other, 0, 5);
        Assert.Equal(3, (await ReadAllAsync()).Count);
    }

    private async Task<List<(long Sequence, string Text)>> FightAsync(IJournal journal, string name)
    {
        var acknowledged = new List<(long, string)>();
        for (var round = 0; round < 30; round++)
        {
            var (writer, head) = await journal.OpenAsync(_key, Cancellation);
            for (var i = 0; i < 3; i++, head++)
            {
                var text = $"{name} {round} {i}";
                if (await journal.AppendAsync(writer, head, [Entry(text)], Cancellation) != AppendResult.Appended) break;
                acknowledged.Add((head + 1, text));
            }
        }

        return acknowledged;
    }

    private async Task FillAsync(int length, int from = 0)
    {
        var writer = await OpenAsync();
        for (var head = from; head < length; head += Math.Min(JournalSegments.RoomBehind(head), length - head))
            await AppendAsync(writer, head, Math.Min(JournalSegments.RoomBehind(head), length - head));
    }

    private async Task<JournalWriter> OpenAsync() => (await Journal.OpenAsync(_key, Cancellation)).Writer;

    private async Task AppendAsync(JournalWriter writer, int head, int count)
    {
        var entries = Numbers(head + 1, head + count).Select(Entry).ToArray();
        Assert.Equal(AppendResult.Appended, await Journal.AppendAsync(writer, head, Memory(entries), Cancellation));
    }

    private async Task<List<string>> ReadAsync(long after, int max) =>
        [.. (await Rival.ReadAsync(_key, after, max, Cancellation)).Entries.Select(entry => Encoding.UTF8.GetString(entry.Span))];

    private async Task<List<byte[]>> ReadAllAsync() =>
        [.. (await Rival.ReadAsync(_key, 0, 10_000, Cancellation)).Entries.Select(entry => entry.ToArray())];

    private static IEnumerable<string> Numbers(int first, int last) => Enumerable.Range(first, last - first + 1).Select(number => $"{number}");

    private static byte[] Entry(string text) => Encoding.UTF8.GetBytes(text);

    private static List<ReadOnlyMemory<byte>> Memory(byte[][] entries) => [.. entries.Select(entry => (ReadOnlyMemory<byte>)entry)];
}
