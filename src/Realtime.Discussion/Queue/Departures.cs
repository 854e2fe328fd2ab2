using System.Collections.Immutable;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Queue;

/// <summary>What is remembered of a comment that need not wait: how far that is known, and who decided.</summary>
internal sealed record Departure(QueueKey Key, ThreadPosition Through, DateTimeOffset At, DecidedBefore? Decided);

/// <summary>
/// Comments that have left the queue lately, or never had to wait. Without this memory a fact delivered late would bring back what a moderator has
/// decided since. Bounded: nothing is delivered a day late, and a moderator's screen does not show what left so many decisions ago.
/// </summary>
internal sealed record Departures
{
    public const int Most = 50_000;

    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    public static Departures None { get; } = new();

    private ImmutableDictionary<QueueKey, Departure> Known { get; init; } = ImmutableDictionary<QueueKey, Departure>.Empty;

    private ImmutableSortedSet<(DateTimeOffset At, QueueKey Key)> Oldest { get; init; } = [];

    public IEnumerable<Departure> All => Oldest.Select(entry => Known[entry.Key]);

    public Departure? Find(QueueKey key) => Known.GetValueOrDefault(key);

    public Departures Add(Departure departure)
    {
        var without = Remove(departure.Key);
        return without with { Known = without.Known.Add(departure.Key, departure), Oldest = without.Oldest.Add((departure.At, departure.Key)) };
    }

    public Departures Remove(QueueKey key) =>
        Find(key) is { } known ? this with { Known = Known.Remove(key), Oldest = Oldest.Remove((known.At, key)) } : this;

    public Departures Forget(DateTimeOffset now)
    {
        var departures = this;
        while (departures.Oldest.Count > Most || departures.Oldest.Count > 0 && now - departures.Oldest.Min.At > KeptFor)
            departures = departures.Remove(departures.Oldest.Min.Key);
        return departures;
    }
}
