using Microsoft.AspNetCore.SignalR;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;
using Realtime.Grains.Queue;
using Realtime.Server.Identity;

namespace Realtime.Server.Desk;

/// <summary>What every desk needs to be told of queues.</summary>
internal sealed class DeskWatching(IQueues queues, SitePeople people, TimeProvider time, ILogger<DeskWatching> logger)
{
    public TimeProvider Time => time;

    public ILogger Logger => logger;

    /// <exception cref="Discussion.Journal.JournalUnavailableException">There is no copy yet, and the store cannot be read.</exception>
    public ValueTask<IAggregateCopy<ModerationQueue, QueueEvent>> OpenAsync(SiteId site, CancellationToken cancellation) => queues.OpenAsync(site, cancellation);

    /// <summary>Whether whoever is on the connection may (still) see the site's queue.</summary>
    public async ValueTask<bool> MayAsync(HubConnectionContext connection, SiteId site) =>
        (await people.FindAsync(connection.User, site, CancellationToken.None))?.May(Permission.ReadQueue) is true;
}

/// <summary>One moderator's connection, and the queues that it follows.</summary>
internal sealed class DeskConnection(HubConnectionContext connection, DeskWatching by)
{
    private const int PageSize = 50;

    private readonly Lock _lock = new();
    private readonly Dictionary<SiteId, QueueWatch> _watches = [];
    private bool _ended;

    public HubConnectionContext Connection => connection;

    public async Task<WatchedQueue> WatchAsync(SiteId site, ThreadPosition? since, CancellationToken cancellation)
    {
        var copy = await by.OpenAsync(site, cancellation);
        var (queue, position, events) = copy.Since(since ?? copy.Position);
        var resumes = since is not null && events is { Count: <= QueueWatch.MostEvents };
        Follow(site, new QueueWatch(connection, site, copy, position, by));
        var now = by.Time.GetUtcNow();
        return new WatchedQueue
        {
            Position = position.ToString(),
            Sequence = position.Sequence,
            Reset = since is not null && !resumes,
            Changes = resumes ? QueueViews.Changes(site, queue, position, events!, now) : null,
            Page = resumes ? null : QueueViews.Page(queue, position, new QueueFilter(), behind: null, PageSize, now),
        };
    }

    public void Unwatch(SiteId site)
    {
        lock (_lock)
            if (_watches.Remove(site, out var watch)) watch.Dispose();
    }

    public void End()
    {
        lock (_lock)
        {
            _ended = true;
            foreach (var site in _watches.Keys.ToList()) Unwatch(site);
        }
    }

    private void Follow(SiteId site, QueueWatch watch)
    {
        lock (_lock)
        {
            Unwatch(site);
            if (_ended) watch.Dispose();
            else _watches[site] = watch;
        }
    }
}
