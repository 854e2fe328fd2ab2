using System.Collections.Concurrent;
using System.Collections.Immutable;
using Realtime.Discussion.Identity;

namespace Realtime.Server.Live.People;

/// <summary>The connections of this host by the person who has signed in on them.</summary>
internal sealed class LivePeople
{
    private readonly ConcurrentDictionary<UserId, ImmutableArray<LiveConnection>> _people = new();

    public ICollection<UserId> All => _people.Keys;

    public ImmutableArray<LiveConnection> Of(UserId user) => _people.GetValueOrDefault(user, []);

    public void Add(LiveConnection connection)
    {
        if (connection.User is { } user) _people.AddOrUpdate(user, [connection], (_, others) => others.Add(connection));
    }

    public void Remove(LiveConnection connection)
    {
        if (connection.User is not { } user || !_people.ContainsKey(user)) return;
        var left = _people.AddOrUpdate(user, [], (_, all) => all.Remove(connection));
        // Not when somebody has come in between: the pair is another one then.
        if (left.IsEmpty) _people.TryRemove(KeyValuePair.Create(user, left));
    }
}
