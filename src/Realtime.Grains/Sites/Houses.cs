using Microsoft.Extensions.Options;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Sites;

/// <summary>The house rules of each site, as this host knows them at the moment of asking.</summary>
internal sealed class Houses(ISiteCopies sites, IOptions<DiscussionRules> rules)
{
    /// <summary>A look at the rules that stays current.</summary>
    /// <exception cref="Discussion.Journal.JournalUnavailableException">The store cannot be read: nobody writes by rules that nobody knows.</exception>
    public async Task<Func<HouseRules>> OpenAsync(SiteId site, CancellationToken cancellation)
    {
        var (here, everywhere) = (await sites.OpenAsync(site, cancellation), await sites.OpenAsync(Site.Everywhere, cancellation));
        var house = new HouseRules(rules.Value, here.Site, everywhere.Site);
        return () => house = Current(house, here.Site, everywhere.Site);
    }

    private static HouseRules Current(HouseRules known, Site here, Site everywhere) =>
        ReferenceEquals(known.Site, here) && ReferenceEquals(known.Everywhere, everywhere) ? known : known with { Site = here, Everywhere = everywhere };
}
