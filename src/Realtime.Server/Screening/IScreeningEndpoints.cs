using Realtime.Discussion.Identity;

namespace Realtime.Server.Screening;

/// <summary>A toxicity classifier of a site.</summary>
/// <param name="Address">Where to POST <c>{ "text", "labels" }</c>.</param>
/// <param name="Key">Sent as a bearer token; null for none.</param>
internal sealed record ToxicityEndpoint(Uri Address, string? Key = null);

/// <summary>A key that a site shares with its external moderation.</summary>
internal sealed record HookKey(string Id, byte[] Secret);

/// <summary>An external moderation hook of a site.</summary>
/// <param name="Address">Where to POST.</param>
/// <param name="Keys">The valid keys: one, or two while they are being exchanged. Every request is signed with each.</param>
internal sealed record HookEndpoint(Uri Address, IReadOnlyList<HookKey> Keys);

/// <summary>Whom a site asks. Read for every comment: a change of settings holds from the next one on.</summary>
internal interface IScreeningEndpoints
{
    /// <summary>Null when the site has none: the step then follows its fallback.</summary>
    ToxicityEndpoint? ToxicityOf(SiteId site);

    /// <inheritdoc cref="ToxicityOf"/>
    HookEndpoint? HookOf(SiteId site);
}

/// <summary>Endpoints as they were last set, in memory.</summary>
internal sealed class KnownEndpoints : IScreeningEndpoints
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<SiteId, (ToxicityEndpoint? Toxicity, HookEndpoint? Hook)> _sites = new();

    public ToxicityEndpoint? ToxicityOf(SiteId site) => _sites.GetValueOrDefault(site).Toxicity;

    public HookEndpoint? HookOf(SiteId site) => _sites.GetValueOrDefault(site).Hook;

    public void Set(SiteId site, ToxicityEndpoint? toxicity, HookEndpoint? hook) => _sites[site] = (toxicity, hook);
}
