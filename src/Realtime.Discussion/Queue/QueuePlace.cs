using System.Globalization;
using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Queue;

/// <summary>
/// Where an item stands in the queue: by rank, then by how long it waits. As text it is the cursor of a page, which names a place and not an offset, so that
/// items that come or go meanwhile neither shift nor repeat the ones behind it.
/// </summary>
public readonly record struct QueuePlace(QueueRank Rank, DateTimeOffset Since, QueueKey Key) : IComparable<QueuePlace>
{
    public static bool operator <(QueuePlace left, QueuePlace right) => left.CompareTo(right) < 0;

    public static bool operator >(QueuePlace left, QueuePlace right) => left.CompareTo(right) > 0;

    public static bool operator <=(QueuePlace left, QueuePlace right) => left.CompareTo(right) <= 0;

    public static bool operator >=(QueuePlace left, QueuePlace right) => left.CompareTo(right) >= 0;

    public int CompareTo(QueuePlace other)
    {
        if (Rank != other.Rank) return Rank.CompareTo(other.Rank);
        return Since.CompareTo(other.Since) is not 0 and var order ? order : Key.CompareTo(other.Key);
    }

    public static bool TryParse(string? text, out QueuePlace place)
    {
        place = default;
        if (text is not { Length: <= 200 } || text.Split('!') is not [var rank, var since, var number, var article]) return false;
        if (!int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var order) || order > (int)QueueRank.New) return false;
        if (!long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) || ticks > DateTimeOffset.MaxValue.Ticks) return false;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || !ArticleId.TryParse(article, out var id)) return false;
        place = new QueuePlace((QueueRank)order, new DateTimeOffset(ticks, TimeSpan.Zero), new QueueKey(id, at));
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Rank}!{Since.UtcTicks}!{Key.Number}!{Key.Article}");
}
