using System.Collections.Immutable;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Queue;

/// <summary>
/// The comments of one site that wait for a moderator, and who is at which. A projection of the site's threads: whatever is lost here can be told
/// again. Immutable, so that every host reads its copy without a lock.
/// </summary>
public sealed record ModerationQueue
{
    /// <summary>Comments that merely nobody has looked at yet are too many to keep them all on a large site: the newest are.</summary>
    public const int MostNew = 5_000;

    public static ModerationQueue Empty { get; } = new();

    internal ImmutableDictionary<QueueKey, QueueItem> Items { get; init; } = ImmutableDictionary<QueueKey, QueueItem>.Empty;

    internal QueueIndex Index { get; init; } = QueueIndex.Empty;

    internal ImmutableDictionary<QueueKey, Claim> Claims { get; init; } = ImmutableDictionary<QueueKey, Claim>.Empty;

    internal Departures Departures { get; init; } = Departures.None;

    /// <summary>Items in all.</summary>
    public int Count => Items.Count;

    public int CountOf(QueueState state) => Index.In(state).Count;

    /// <summary>Items with a notice of illegal content.</summary>
    public int UrgentCount => ~Index.All.IndexOf(new QueuePlace(QueueRank.Suspect, DateTimeOffset.MinValue, default));

    public QueueItem? Find(QueueKey key) => Items.GetValueOrDefault(key);

    /// <summary>Who is at an item; null when nobody is, or no longer.</summary>
    public Claim? ClaimOf(QueueKey key, DateTimeOffset now) => Claims.TryGetValue(key, out var claim) && claim.IsInForce(now) ? claim : null;

    /// <summary>Up to <paramref name="limit"/> items behind a place, first what should be looked at first.</summary>
    public IReadOnlyList<QueueItem> Page(QueueFilter filter, QueuePlace? behind, int limit)
    {
        var (places, page) = (Index.For(filter), new List<QueueItem>());
        for (var at = behind is { } place ? FirstBehind(places, place) : 0; at < places.Count && page.Count < limit; at++)
            if (Items[places[at].Key] is var item && filter.Admits(item))
                page.Add(item);
        return page;
    }

    private static int FirstBehind(ImmutableSortedSet<QueuePlace> places, QueuePlace place)
    {
        var at = places.IndexOf(place);
        return at >= 0 ? at + 1 : ~at;
    }

    /// <summary>How far it is known how a comment is; null when nothing is known of it.</summary>
    public ThreadPosition? KnownThrough(QueueKey key) => Find(key)?.Through ?? Departures.Find(key)?.Through;

    internal ModerationQueue Apply(QueueEvent @event) => @event switch
    {
        ItemsTold told => Apply(told),
        ItemClaimed claimed when new QueueKey(claimed.Article, claimed.Number) is var key && Items.ContainsKey(key) => this with
            { Claims = Claims.SetItem(key, new Claim(new Author(claimed.By, claimed.Name), claimed.At, claimed.Until)) },
        ItemReleased released => this with { Claims = Claims.Remove(new QueueKey(released.Article, released.Number)) },
        _ => this,
    };

    /// <summary>The items that are too many, oldest first.</summary>
    internal IEnumerable<QueueItem> Overflow() => Index.In(QueueState.New) is { Count: > MostNew } places
        ? places.Take(places.Count - MostNew).Select(place => Items[place.Key])
        : [];

    private ModerationQueue Apply(ItemsTold told)
    {
        var queue = this;
        foreach (var item in told.Waiting ?? []) queue = queue.Put(item);
        foreach (var left in told.Left ?? []) queue = queue.Take(left, told.At);
        return queue with { Departures = queue.Departures.Forget(told.At) };
    }

    private ModerationQueue Put(QueueItem item) => this with
    {
        Items = Items.SetItem(item.Key, item),
        Index = (Find(item.Key) is { } before ? Index.Remove(before) : Index).Add(item),
        Departures = Departures.Remove(item.Key),
    };

    private ModerationQueue Take(ItemLeft left, DateTimeOffset at)
    {
        var before = Find(left.Key);
        return this with
        {
            Items = Items.Remove(left.Key),
            Index = before is not null ? Index.Remove(before) : Index,
            Claims = Claims.Remove(left.Key),
            Departures = IsStale(before, left, at) ? Departures.Remove(left.Key) : Departures.Add(new Departure(left.Key, left.Through, at, left.Decided)),
        };
    }

    /// <summary>It was merely too old to be kept among the new: should it be told again, it leaves again.</summary>
    private static bool IsStale(QueueItem? before, ItemLeft left, DateTimeOffset at) =>
        left.Decided is null && before is { State: QueueState.New } && at - before.Since > Departures.KeptFor;

    /// <summary>For a snapshot: what stood in another one.</summary>
    internal static ModerationQueue Of(IReadOnlyList<QueueItem> items, IEnumerable<KeyValuePair<QueueKey, Claim>> claims, IEnumerable<Departure> departures) => new()
    {
        Items = items.ToImmutableDictionary(item => item.Key),
        Index = QueueIndex.Of(items),
        Claims = claims.ToImmutableDictionary(),
        Departures = departures.Aggregate(Departures.None, (all, departure) => all.Add(departure)),
    };
}

/// <summary>What a moderator wants to see of the queue. Null: no matter which.</summary>
public sealed record QueueFilter(QueueState? State = null, UserId? Person = null, ArticleId? Article = null)
{
    public bool Admits(QueueItem item) =>
        (State is null || item.State == State) && (Person is null || item.Author.Id == Person) && (Article is null || item.Article == Article);
}
