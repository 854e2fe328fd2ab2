using Realtime.Discussion.Journal;
using StackExchange.Redis;

namespace Realtime.Redis.Journals;

/// <summary>
/// Finds where a journal ends. Segments are filled one after the other, so that those in use are exactly the first ones: galloping finds the
/// last in a few pipelined rounds, whatever the journal's age, and also when the place to begin at is wrong.
/// </summary>
internal static class JournalHead
{
    private const int Fan = 32;

    /// <summary>The hint is a sequence that was in the journal once, 0 when nothing is known.</summary>
    public static async Task<long> FindAsync(IDatabase database, RedisKeys keys, JournalKey journal, long hint)
    {
        var first = hint > 0 ? JournalSegments.Of(hint) : 0;
        var (low, length, high) = await ProbeAsync(database, keys, journal, [.. Gallop(first)]);
        if (length == 0) return first == 0 ? 0 : await FindAsync(database, keys, journal, 0);
        while (high - low > 1) (low, length, high) = await ProbeAsync(database, keys, journal, [.. Spread(low, high)]);
        return (low * JournalSegments.Length) + length;
    }

    /// <summary>The last of these segments that holds anything, how much it holds, and the first one known to be empty.</summary>
    private static async Task<(long Low, long Length, long High)> ProbeAsync(
        IDatabase database, RedisKeys keys, JournalKey journal, long[] segments)
    {
        var lengths = await Task.WhenAll(segments.Select(segment => database.ListLengthAsync(keys.Segment(journal, segment))));
        var used = lengths.TakeWhile(length => length > 0).Count();
        var last = Math.Max(used - 1, 0);
        return (segments[last], lengths[last], used < segments.Length ? segments[used] : long.MaxValue);
    }

    /// <summary>The segment itself, then 1, 2, 4, … further: 2^31 of them are more than a store holds.</summary>
    private static IEnumerable<long> Gallop(long first) => Enumerable.Range(0, Fan).Select(step => first + (step == 0 ? 0 : 1L << (step - 1)));

    /// <summary><paramref name="low"/>, then places between the two, then <paramref name="high"/>.</summary>
    private static IEnumerable<long> Spread(long low, long high) =>
        Enumerable.Range(0, Fan).Select(step => low + ((high - low) * step / Fan)).Distinct().Append(high);
}
