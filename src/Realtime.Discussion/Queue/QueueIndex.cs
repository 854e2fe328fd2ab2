using System.Collections.Immutable;
using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Queue;

/// <summary>
/// The places of all items, by whatever a moderator may ask for. Adding, taking out, counting and turning to a page each cost the logarithm of the
/// number of items.
/// </summary>
internal sealed record QueueIndex
{
    private static readonly ImmutableSortedSet<QueuePlace> Nothing = [];

    public static QueueIndex Empty { get; } = new();

    /// <summary>All at once, for a snapshot: sorted once, instead of a set for every item.</summary>
    public static QueueIndex Of(IReadOnlyList<QueueItem> items) => new()
    {
        All = [.. items.Select(item => item.Place)],
        States = By(items, item => item.State),
        People = By(items, item => item.Author.Id),
        Articles = By(items, item => item.Article),
    };

    public ImmutableSortedSet<QueuePlace> All { get; private init; } = Nothing;

    private ImmutableDictionary<QueueState, ImmutableSortedSet<QueuePlace>> States { get; init; } =
        ImmutableDictionary<QueueState, ImmutableSortedSet<QueuePlace>>.Empty;

    private ImmutableDictionary<UserId, ImmutableSortedSet<QueuePlace>> People { get; init; } =
        ImmutableDictionary<UserId, ImmutableSortedSet<QueuePlace>>.Empty;

    private ImmutableDictionary<ArticleId, ImmutableSortedSet<QueuePlace>> Articles { get; init; } =
        ImmutableDictionary<ArticleId, ImmutableSortedSet<QueuePlace>>.Empty;

    public ImmutableSortedSet<QueuePlace> In(QueueState state) => States.GetValueOrDefault(state, Nothing);

    /// <summary>The narrowest set that holds all that is asked for.</summary>
    public ImmutableSortedSet<QueuePlace> For(QueueFilter filter)
    {
        if (filter.Person is { } person) return People.GetValueOrDefault(person, Nothing);
        if (filter.Article is { } article) return Articles.GetValueOrDefault(article, Nothing);
        return filter.State is { } state ? In(state) : All;
    }

    public QueueIndex Add(QueueItem item) => this with
    {
        All = All.Add(item.Place),
        States = States.SetItem(item.State, In(item.State).Add(item.Place)),
        People = People.SetItem(item.Author.Id, People.GetValueOrDefault(item.Author.Id, Nothing).Add(item.Place)),
        Articles = Articles.SetItem(item.Article, Articles.GetValueOrDefault(item.Article, Nothing).Add(item.Place)),
    };

    public QueueIndex Remove(QueueItem item) => this with
    {
        All = All.Remove(item.Place),
        States = Without(States, item.State, item.Place),
        People = Without(People, item.Author.Id, item.Place),
        Articles = Without(Articles, item.Article, item.Place),
    };

    private static ImmutableDictionary<TKey, ImmutableSortedSet<QueuePlace>> By<TKey>(IReadOnlyList<QueueItem> items, Func<QueueItem, TKey> keyOf)
        where TKey : notnull =>
        items.GroupBy(keyOf).ToImmutableDictionary(group => group.Key, group => group.Select(item => item.Place).ToImmutableSortedSet());

    private static ImmutableDictionary<TKey, ImmutableSortedSet<QueuePlace>> Without<TKey>(
        ImmutableDictionary<TKey, ImmutableSortedSet<QueuePlace>> sets, TKey key, QueuePlace place)
        where TKey : notnull
    {
        var left = sets.GetValueOrDefault(key, Nothing).Remove(place);
        return left.IsEmpty ? sets.Remove(key) : sets.SetItem(key, left);
    }
}
