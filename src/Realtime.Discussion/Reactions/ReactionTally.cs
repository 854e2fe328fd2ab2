using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Reactions;

/// <summary>Who reacted how to one comment. Counts are exact because they are counts of people, not of clicks.</summary>
public sealed class ReactionTally
{
    private SortedDictionary<string, HashSet<UserId>>? _people;

    /// <summary>All reactions together.</summary>
    public int Total { get; private set; }

    public bool Has(string kind, UserId user) => _people is not null && _people.TryGetValue(kind, out var people) && people.Contains(user);

    /// <summary>How many people gave each kind; kinds that nobody gave are left out.</summary>
    public IReadOnlyDictionary<string, int> Counts() =>
        Total == 0 ? Nothing : _people!.Where(kind => kind.Value.Count > 0).ToDictionary(kind => kind.Key, kind => kind.Value.Count);

    internal IEnumerable<KeyValuePair<string, HashSet<UserId>>> People => _people ?? Enumerable.Empty<KeyValuePair<string, HashSet<UserId>>>();

    /// <summary>The kinds that a person gave, in order.</summary>
    public IReadOnlyList<string> Of(UserId user) => [.. People.Where(kind => kind.Value.Contains(user)).Select(kind => kind.Key)];

    internal void Set(string kind, UserId user, bool on)
    {
        _people ??= new SortedDictionary<string, HashSet<UserId>>(StringComparer.Ordinal);
        if (!_people.TryGetValue(kind, out var people)) _people[kind] = people = [];
        if (on ? people.Add(user) : people.Remove(user)) Total += on ? 1 : -1;
    }

    private static readonly IReadOnlyDictionary<string, int> Nothing = new Dictionary<string, int>();
}
