using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;

namespace Realtime.Discussion.Privacy;

/// <summary>
/// Takes a person's name, and what moderators wrote to them, out of a site's events. Their id stays where it says who has a role or is banned: an erasure is no
/// way out of a ban, and who changed what is kept by the site.
/// </summary>
public static class SiteRedaction
{
    /// <returns>The event to put in its place; null when nothing of the person is in it.</returns>
    public static SiteEvent? Of(SiteEvent @event, UserId person)
    {
        var redacted = @event is SanctionImposed imposed && imposed.User == person && imposed.Reason.Length > 0 ? imposed with { Reason = "" } : @event;
        redacted = redacted.By == person && redacted.Name.Length > 0 ? redacted with { Name = "" } : redacted;
        return ReferenceEquals(redacted, @event) ? null : redacted;
    }
}
