using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;

namespace Realtime.Discussion.Threads;

/// <summary>Everything outside a thread that its decisions rest on, as it is at that moment: the server's settings, and the site's.</summary>
/// <param name="Discussion">The server's.</param>
/// <param name="Site">The site that the thread belongs to.</param>
/// <param name="Everywhere">What holds on all sites (<see cref="Site.Everywhere"/>).</param>
public sealed record HouseRules(DiscussionRules Discussion, Site Site, Site Everywhere)
{
    /// <summary>Of a site of which nothing has been set.</summary>
    public static HouseRules Of(DiscussionRules discussion) => new(discussion, Site.Unset, Site.Unset);

    /// <summary>What a person may do at a moment: the stricter of here and everywhere.</summary>
    public Standing StandingOf(UserId user, DateTimeOffset now)
    {
        var (here, everywhere) = (Site.StandingOf(user, now), Everywhere.StandingOf(user, now));
        return new Standing(everywhere.Refused ?? here.Refused, here.IsShadowed || everywhere.IsShadowed, here.IsReviewed || everywhere.IsReviewed);
    }
}
