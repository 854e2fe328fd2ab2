using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Grains.Sites;

namespace Realtime.Server.Live.People;

/// <summary>
/// Tells people on open connections how they stand with a site as soon as that changes, and when something ends by itself. It costs what the concerned have of
/// connections, however many others there are.
/// </summary>
internal sealed class SiteStandings(ISiteCopy here, ISiteCopy everywhere, LivePeople people, LiveThreads threads, TimeProvider time) : IDisposable
{
    /// <summary>Timers do not go further; it is looked again then.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1), Margin = TimeSpan.FromMilliseconds(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<UserId, ITimer> _ends = [];

    /// <summary>Whether others may be told that the person is writing.</summary>
    public bool MayBeHeard(UserId user)
    {
        var now = time.GetUtcNow();
        return MayBeHeard(here.Site.StandingOf(user, now)) && MayBeHeard(everywhere.Site.StandingOf(user, now));
    }

    /// <summary>The person has come to the site on this connection.</summary>
    public void Greet(LiveConnection connection)
    {
        if (connection.UserAt(here.Id) is { } user && InForce(user).Any()) Tell(user);
    }

    /// <summary>Tells all whom the events concern; everybody whom they may concern where they are not known.</summary>
    public void Take(IReadOnlyList<SiteEvent>? events)
    {
        foreach (var user in events is null ? people.All : events.Select(Concerned).OfType<UserId>().Distinct()) Tell(user);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var end in _ends.Values) end.Dispose();
        }
    }

    private void Tell(UserId user)
    {
        if (people.Of(user) is not { IsEmpty: false } connections)
        {
            Await(user, end: null);
            return;
        }

        if (!MayBeHeard(user))
            foreach (var thread in threads.Of(here.Id))
                thread.Presence.Hush(user);
        foreach (var connection in connections) connection.Tell(here.Id, () => StandingView.Of(here.Id, [.. InForce(user)]));
        Await(user, InForce(user).Min(sanction => sanction.Until));
    }

    /// <summary>Looks again when something ends; not at what it waited for before.</summary>
    private void Await(UserId user, DateTimeOffset? end)
    {
        lock (_lock)
        {
            if (_ends.Remove(user, out var before)) before.Dispose();
            if (end is not { } until) return;
            var wait = until - time.GetUtcNow() + Margin;
            _ends[user] = time.CreateTimer(_ => Tell(user), null, wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
        }
    }

    private IEnumerable<Sanction> InForce(UserId user)
    {
        var now = time.GetUtcNow();
        return here.Site.SanctionsOf(user).Concat(everywhere.Site.SanctionsOf(user)).Where(sanction => sanction.IsInForce(now));
    }

    private static bool MayBeHeard(Standing standing) => standing is { Refused: null, IsShadowed: false };

    private static UserId? Concerned(SiteEvent @event) => @event switch
    {
        SanctionImposed imposed => imposed.User,
        SanctionLifted lifted => lifted.User,
        WarningAcknowledged acknowledged => acknowledged.By,
        _ => null,
    };
}
