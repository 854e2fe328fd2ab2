using System.Collections.Concurrent;
using System.Text;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Grains.Sites;
using Realtime.Server.Screening;
using Realtime.Server.Secrets;

namespace Realtime.Server.Sites;

/// <summary>Keeps this host's screening as each site wants it: takes over every change of policy, words, steps, addresses and secrets, away from the feed's thread.</summary>
internal sealed class SiteScreening(SiteScreeners screeners, KnownEndpoints endpoints, SecretBox secrets, ILogger<SiteScreening> logger) : IDisposable
{
    private readonly ConcurrentDictionary<SiteId, Lazy<Kept>> _sites = new();

    /// <summary>Completes when comments are screened by the site's policy. Word lists take up to a second, the first time.</summary>
    public ValueTask ReadyAsync(ISiteCopy copy, CancellationToken cancellation)
    {
        var kept = _sites.GetOrAdd(copy.Id, static (_, it) => new Lazy<Kept>(() => new Kept(it.This, it.copy)), (This: this, copy)).Value;
        return kept.Ready.IsCompleted ? default : new ValueTask(kept.Ready.WaitAsync(cancellation));
    }

    public void Dispose()
    {
        foreach (var site in _sites.Values.Where(site => site.IsValueCreated)) site.Value.Dispose();
    }

    private void TakeOver(SiteId id, Site before, Site site)
    {
        try
        {
            if (!ReferenceEquals(before.Screening, site.Screening)) screeners.Set(id, site.Screening);
            if (!ReferenceEquals(before.Settings, site.Settings) || !ReferenceEquals(before.Secrets, site.Secrets)) endpoints.Set(id, ToxicityOf(id, site), HookOf(id, site));
        }
        catch (Exception e)
        {
            // The site goes on being screened as before; the next change is tried again.
            logger.ScreeningNotTakenOver(e, id.Value);
        }
    }

    private ToxicityEndpoint? ToxicityOf(SiteId id, Site site) => AddressOf(site.Settings.ToxicityAddress) is { } address
        ? new ToxicityEndpoint(address, secrets.OpenAll(id, site, SecretPurposes.Toxicity).Select(key => Encoding.UTF8.GetString(key.Secret)).FirstOrDefault())
        : null;

    private HookEndpoint? HookOf(SiteId id, Site site) => AddressOf(site.Settings.HookAddress) is { } address
        ? new HookEndpoint(address, [.. secrets.OpenAll(id, site, SecretPurposes.Hook).Select(key => new HookKey(key.Id, key.Secret))])
        : null;

    private static Uri? AddressOf(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null;

    /// <summary>One site. At most one taking over is under way; changes that come meanwhile are one more.</summary>
    private sealed class Kept : IDisposable
    {
        private readonly SiteScreening _screening;
        private readonly ISiteCopy _copy;
        private readonly IDisposable _following;
        private Site _taken = Site.Unset;
        private int _changes = 1;

        public Kept(SiteScreening screening, ISiteCopy copy)
        {
            (_screening, _copy) = (screening, copy);
            _following = copy.Follow(Changed);
            Ready = Task.Run(TakeOver);
        }

        public Task Ready { get; }

        public void Dispose() => _following.Dispose();

        private void Changed()
        {
            if (Interlocked.Increment(ref _changes) == 1) _ = Task.Run(TakeOver);
        }

        private void TakeOver()
        {
            int seen;
            do
            {
                seen = Volatile.Read(ref _changes);
                var site = _copy.Site;
                _screening.TakeOver(_copy.Id, _taken, site);
                _taken = site;
            }
            while (Interlocked.Add(ref _changes, -seen) != 0);
        }
    }
}
