using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;

namespace Realtime.Discussion.Privacy;

/// <summary>
/// Takes a person out of a site's events: as whoever changed something, as whoever had a role, and as whoever was warned or sanctioned. What is in force against them
/// outlives the erasure, because that is no way out of a ban: which sanction it is, of which kind, and until when. The moderators' words go.
/// </summary>
public static class SiteRedaction
{
    /// <summary>The sanctions that stay in force. A warning is not among them: it was something to read.</summary>
    public static IReadOnlySet<int> Outliving(Site site, UserId person, DateTimeOffset now) =>
        site.SanctionsOf(person).Where(sanction => sanction.Kind != SanctionKind.Warn && sanction.IsInForce(now)).Select(sanction => sanction.Id).ToHashSet();

    /// <param name="event">As it stands in the journal.</param>
    /// <param name="person">Whom.</param>
    /// <param name="outliving">See <see cref="Outliving"/>.</param>
    /// <returns>The event to put in its place; null when nothing of the person is in it that may not stay.</returns>
    public static SiteEvent? Of(SiteEvent @event, UserId person, IReadOnlySet<int> outliving)
    {
        var redacted = @event switch
        {
            SanctionImposed imposed when imposed.User == person => Redact(imposed, outliving),
            SanctionLifted lifted when lifted.User == person => lifted with { User = UserId.Erased },
            RolesGiven given when given.User == person => given with { User = UserId.Erased },
            _ => @event,
        };
        if (redacted.By == person) redacted = redacted with { By = UserId.Erased, Name = "" };
        return redacted == @event ? null : redacted;
    }

    private static SanctionImposed Redact(SanctionImposed imposed, IReadOnlySet<int> outliving) =>
        outliving.Contains(imposed.Id) ? imposed with { Reason = "" } : imposed with { Reason = "", User = UserId.Erased };
}
