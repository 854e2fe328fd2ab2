using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Queue;

/// <summary>A comment of the site.</summary>
[GenerateSerializer, Immutable, Alias("queue-key")]
public readonly record struct QueueKey([property: Id(0)] ArticleId Article, [property: Id(1)] int Number) : IComparable<QueueKey>
{
    public static bool operator <(QueueKey left, QueueKey right) => left.CompareTo(right) < 0;

    public static bool operator >(QueueKey left, QueueKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(QueueKey left, QueueKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(QueueKey left, QueueKey right) => left.CompareTo(right) >= 0;

    public int CompareTo(QueueKey other) =>
        Number != other.Number ? Number.CompareTo(other.Number) : string.CompareOrdinal(Article.Value, other.Article.Value);
}
