using System.Security.Claims;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Server.Sites;

namespace Realtime.Server.Identity;

/// <summary>Who a caller is at a site: the token's roles where they count, and those that the site has given.</summary>
internal sealed class SitePeople(ServedSites sites)
{
    /// <summary>The caller at the site, as it is at this moment; nobody when their token is bound to another site.</summary>
    /// <exception cref="JournalUnavailableException">There is no copy of the site yet, and the store cannot be read.</exception>
    public async ValueTask<ClaimsPrincipal> AtAsync(ClaimsPrincipal caller, SiteId site, CancellationToken cancellation) =>
        caller.Identity is { IsAuthenticated: true } ? caller.AtSite(site, (await sites.OpenAsync(site, cancellation)).Site) : caller;

    /// <inheritdoc cref="AtAsync"/>
    public async ValueTask<Actor?> FindAsync(ClaimsPrincipal? caller, SiteId site, CancellationToken cancellation) =>
        caller is null ? null : (await AtAsync(caller, site, cancellation)).AsActor();
}
