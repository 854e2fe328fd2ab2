using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Sites;
using Realtime.Grains.Sites;

namespace Realtime.Server.Sites;

/// <summary>The way to this host's copies of sites. What the host makes of a site, its screening above all, is ready before the copy is handed out.</summary>
internal sealed class ServedSites(ISiteCopies copies, IJournal journal, SiteScreening screening)
{
    /// <exception cref="JournalUnavailableException">There is no copy yet, and the store cannot be read.</exception>
    public async ValueTask<ISiteCopy> OpenAsync(SiteId site, CancellationToken cancellation)
    {
        var copy = await copies.OpenAsync(site, cancellation);
        if (site != Site.Everywhere) await screening.ReadyAsync(copy, cancellation);
        return copy;
    }

    /// <summary>
    /// The copy of a site of which something has been set; null of others. For callers whom nobody has verified yet: copies stay open, and with invented names
    /// they could fill the memory.
    /// </summary>
    /// <exception cref="JournalUnavailableException">There is no copy yet, and the store cannot be read.</exception>
    public async ValueTask<ISiteCopy?> FindAsync(SiteId site, CancellationToken cancellation)
    {
        var isKnown = copies.Find(site) is not null || (await journal.ReadAsync(new JournalKey(site.Value), after: 0, max: 1, cancellation)).Through > 0;
        return isKnown ? await OpenAsync(site, cancellation) : null;
    }
}
