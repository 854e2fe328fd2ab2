using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Grains.Sites;
using Realtime.Server.Refusals;

namespace Realtime.Server.Sites;

/// <summary>A change that was made, and the site as this host has it with the change in it.</summary>
internal sealed record ChangedSite(Site Site, CommandOutcome Outcome);

/// <summary>Gives commands to sites. A change that has been answered is in every read from this host that begins afterwards.</summary>
internal sealed class SiteActions(ISiteCommands commands, ServedSites sites)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <exception cref="Discussion.Journal.JournalUnavailableException">There is no copy of the site yet, and the store cannot be read.</exception>
    public async Task<Answer<ChangedSite>> ExecuteAsync(SiteId site, SiteCommand command, CancellationToken cancellation)
    {
        var outcome = await commands.ExecuteAsync(site, command);
        if (outcome.Refusal is { } refusal) return refusal;
        var copy = await sites.OpenAsync(site, cancellation);
        await copy.ReachAsync(outcome.Position, Patience, cancellation);
        return new ChangedSite(copy.Site, outcome);
    }

    /// <exception cref="Discussion.Journal.JournalUnavailableException">There is no copy of the site yet, and the store cannot be read.</exception>
    public async ValueTask<Site> ReadAsync(SiteId site, CancellationToken cancellation) => (await sites.OpenAsync(site, cancellation)).Site;

    /// <summary>For anybody, also about a site that nobody knows.</summary>
    public async ValueTask<Site> ReadPublicAsync(SiteId site, CancellationToken cancellation) => (await sites.FindAsync(site, cancellation))?.Site ?? Site.Unset;
}
