using System.Collections.Concurrent;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;

namespace Realtime.Server.Screening;

/// <summary>
/// The compiled policy of every site that this host serves. A comment is screened with one policy from beginning to end; a new one is compiled
/// beside it and takes its place at once.
/// </summary>
internal sealed class SiteScreeners
{
    private static readonly Screener Usual = new(new ScreeningPolicy());

    private readonly ConcurrentDictionary<SiteId, Screener> _sites = new();

    /// <summary>The site's screener; the usual policy when none has been set.</summary>
    public Screener Of(SiteId site) => _sites.GetValueOrDefault(site, Usual);

    /// <summary>Compiles and takes over a sound policy. Costs up to a second with the longest lists: call it from the feed of settings, not from a request.</summary>
    public void Set(SiteId site, ScreeningPolicy policy) => _sites[site] = new Screener(policy, _sites.GetValueOrDefault(site));
}
