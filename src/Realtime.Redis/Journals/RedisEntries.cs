using Realtime.Discussion.Journal;
using StackExchange.Redis;

namespace Realtime.Redis.Journals;

/// <summary>Reads a journal's entries, in pipelined calls over the segments they lie in.</summary>
internal sealed class RedisEntries(IDatabase database, RedisKeys keys)
{
    private const int SegmentsAtOnce = 8;

    public async Task<JournalSlice> ReadAsync(JournalKey journal, long after, int max)
    {
        while (true)
        {
            if (await TryReadAsync(journal, after, max) is { } slice) return slice;
        }
    }

    public async Task<IReadOnlyList<ReadOnlyMemory<byte>?>> ReadAtAsync(JournalKey journal, IReadOnlyList<long> sequences)
    {
        var entries = await Task.WhenAll(sequences.Select(sequence => ReadOneAsync(journal, sequence)));
        return [.. entries.Select(entry => entry.IsNull ? (ReadOnlyMemory<byte>?)null : entry)];
    }

    /// <summary>Null when the epoch changed meanwhile: entries of one epoch must not be told as those of another.</summary>
    private async Task<JournalSlice?> TryReadAsync(JournalKey journal, long after, int max)
    {
        var entries = new List<ReadOnlyMemory<byte>>();
        for (long? epoch = null; ;)
        {
            var wanted = Math.Min(max - entries.Count, SegmentsAtOnce * JournalSegments.Length);
            var (before, lists, behind) = await ReadListsAsync(journal, after + entries.Count, wanted);
            epoch ??= before;
            if (epoch != before || epoch != behind) return null;
            foreach (var list in lists) entries.AddRange(list.Select(entry => (ReadOnlyMemory<byte>)entry));
            if (entries.Count == max || lists.Sum(list => list.Length) < wanted) return new JournalSlice(before, after, before == 0 ? [] : entries);
        }
    }

    /// <summary>The lists, and the epoch as it was before and after they were read (one connection answers in order).</summary>
    private async Task<(long Before, RedisValue[][] Lists, long Behind)> ReadListsAsync(JournalKey journal, long after, int count)
    {
        var before = database.HashGetAsync(keys.Meta(journal), "epoch");
        var lists = Task.WhenAll(Ranges(after, count).Select(range => database.ListRangeAsync(keys.Segment(journal, range.Segment), range.From, range.To)));
        var behind = database.HashGetAsync(keys.Meta(journal), "epoch");
        await Task.WhenAll(before, lists, behind);
        return ((long?)await before ?? 0, await lists, (long?)await behind ?? 0);
    }

    private Task<RedisValue> ReadOneAsync(JournalKey journal, long sequence) => sequence < 1
        ? Task.FromResult(RedisValue.Null)
        : database.ListGetByIndexAsync(keys.Segment(journal, JournalSegments.Of(sequence)), JournalSegments.IndexOf(sequence));

    private static IEnumerable<(long Segment, int From, int To)> Ranges(long after, int count)
    {
        for (int length; count > 0; after += length, count -= length)
        {
            length = Math.Min(count, JournalSegments.RoomBehind(after));
            var from = JournalSegments.IndexOf(after + 1);
            yield return (JournalSegments.Of(after + 1), from, from + length - 1);
        }
    }
}
