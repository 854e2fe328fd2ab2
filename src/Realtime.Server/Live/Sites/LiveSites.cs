using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Grains.Sites;
using Realtime.Server.Live.People;

namespace Realtime.Server.Live.Sites;

/// <summary>The sites of which somebody on this host has watched a thread: each is followed once, however many readers it has.</summary>
internal sealed class LiveSites(
    ISiteCopies copies, IOptions<DiscussionRules> rules, LiveThreads threads, LivePeople people, TimeProvider time, ILogger<LiveSites> logger) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<SiteId, LiveSite> _sites = new();
    private SiteSteps? _everywhere;

    /// <exception cref="Discussion.Journal.JournalUnavailableException">There is no copy yet, and the store cannot be read.</exception>
    public async ValueTask<LiveSite> OpenAsync(SiteId site, CancellationToken cancellation)
    {
        if (_sites.TryGetValue(site, out var open)) return open;
        var (here, everywhere) = (await copies.OpenAsync(site, cancellation), await copies.OpenAsync(Site.Everywhere, cancellation));
        lock (_lock)
        {
            if (_sites.TryGetValue(site, out open)) return open;
            _everywhere ??= new SiteSteps(everywhere, TakeEverywhere, logger);
            return _sites[site] = new LiveSite(here, rules.Value, new SiteStandings(here, everywhere, people, threads, time), threads, logger);
        }
    }

    public LiveSite? Find(SiteId site) => _sites.GetValueOrDefault(site);

    public void Dispose()
    {
        _everywhere?.Dispose();
        foreach (var site in _sites.Values) site.Dispose();
    }

    /// <summary>What holds on all sites holds on each of them.</summary>
    private void TakeEverywhere(IReadOnlyList<SiteEvent>? events)
    {
        foreach (var site in _sites.Values) site.Standings.Take(events);
    }
}
