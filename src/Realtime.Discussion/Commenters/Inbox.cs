using System.Collections.Immutable;
using Realtime.Discussion.Projections;

namespace Realtime.Discussion.Commenters;

/// <summary>An item with its number: dense per person from 1, in the order in which they were told, so that reading marks and cursors are numbers.</summary>
public sealed record InboxEntry(long Number, InboxItem Item);

/// <summary>
/// What a person was told last. What was withdrawn is remembered as well, apart from the rest: a notice delivered late would otherwise bring it back, and withdrawn
/// ones must not push out what there is to read.
/// </summary>
public sealed record Inbox
{
    public const int Most = 500;

    public static Inbox Empty { get; } = new();

    /// <summary>The number of the last item ever told.</summary>
    public long Last { get; internal init; }

    /// <summary>Everything up to this number has been read.</summary>
    public long ReadThrough { get; internal init; }

    /// <summary>Items that happened up to here were pushed out: told again, they are old news.</summary>
    internal DateTimeOffset Floor { get; init; } = DateTimeOffset.MinValue;

    internal ImmutableSortedDictionary<long, InboxItem> Items { get; init; } = ImmutableSortedDictionary<long, InboxItem>.Empty;

    internal ImmutableSortedDictionary<long, InboxItem> Withdrawn { get; init; } = ImmutableSortedDictionary<long, InboxItem>.Empty;

    /// <summary>The numbers of all of them, by key.</summary>
    private ImmutableDictionary<string, long> Numbers { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>Newest first.</summary>
    public IEnumerable<InboxEntry> NewestFirst => Items.Reverse().Select(entry => new InboxEntry(entry.Key, entry.Value));

    internal InboxItem? Find(string key) =>
        Numbers.TryGetValue(key, out var number) ? Items.GetValueOrDefault(number) ?? Withdrawn.GetValueOrDefault(number) : null;

    /// <summary>Whether the item says anything that is not known here.</summary>
    internal bool IsNews(InboxItem item)
    {
        if (Find(item.Key) is not { } known) return item.At > Floor;
        return known.Through == item.Through ? !known.Tells(item) : known.Through.IsBehind(item.Through);
    }

    internal Inbox Put(InboxItem item)
    {
        if (!IsNews(item)) return this;
        var keeps = Find(item.Key) is { } known && known.At == item.At && known.IsWithdrawn == item.IsWithdrawn && known.Kind == item.Kind;
        return (keeps ? Replace(Numbers[item.Key], item) : Remove(item.Key).Add(item)).Bounded();
    }

    internal Inbox Read(long through) => this with { ReadThrough = Math.Max(ReadThrough, Math.Min(through, Last)) };

    private Inbox Replace(long number, InboxItem item) =>
        item.IsWithdrawn ? this with { Withdrawn = Withdrawn.SetItem(number, item) } : this with { Items = Items.SetItem(number, item) };

    private Inbox Add(InboxItem item) => (this with { Last = Last + 1, Numbers = Numbers.Add(item.Key, Last + 1) }).Replace(Last + 1, item);

    private Inbox Remove(string key) => Numbers.TryGetValue(key, out var number)
        ? this with { Items = Items.Remove(number), Withdrawn = Withdrawn.Remove(number), Numbers = Numbers.Remove(key) }
        : this;

    private Inbox Bounded()
    {
        var inbox = Withdrawn.Count > Most ? Remove(Withdrawn.First().Value.Key) : this;
        if (inbox.Items.Count <= Most) return inbox;
        var oldest = inbox.Items.First().Value;
        return inbox.Remove(oldest.Key) with { Floor = oldest.At > inbox.Floor ? oldest.At : inbox.Floor };
    }

    /// <summary>For a snapshot: what stood in another one.</summary>
    internal static Inbox Of(long last, long readThrough, DateTimeOffset floor, IEnumerable<InboxEntry> entries)
    {
        var (items, withdrawn) = (entries.Where(entry => !entry.Item.IsWithdrawn), entries.Where(entry => entry.Item.IsWithdrawn));
        return new Inbox
        {
            Last = last,
            ReadThrough = readThrough,
            Floor = floor,
            Items = items.ToImmutableSortedDictionary(entry => entry.Number, entry => entry.Item),
            Withdrawn = withdrawn.ToImmutableSortedDictionary(entry => entry.Number, entry => entry.Item),
            Numbers = entries.ToImmutableDictionary(entry => entry.Item.Key, entry => entry.Number),
        };
    }
}
