using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Realtime.Grains.Replicas;
using Realtime.Server.Refusals;

namespace Realtime.Server.Live;

/// <summary>What one connection watches.</summary>
internal sealed class ConnectionWatches(
    HubConnectionContext connection, LiveThreads threads, IThreadReplicas replicas, IOptions<LiveOptions> options, IOptions<DiscussionRules> rules, TimeProvider time)
{
    private readonly Dictionary<ThreadKey, (LiveThread Thread, Reader Reader)> _watches = [];
    private bool _ended;

    public HubConnectionContext Connection => connection;

    /// <param name="key">The thread.</param>
    /// <param name="position">Where to go on; null to begin with a page.</param>
    /// <param name="person">Who has signed in: the page has what only they see.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Answer<WatchedThread>> WatchAsync(ThreadKey key, ThreadPosition? position, UserId? person, CancellationToken cancellation)
    {
        if (Watched(key) is null && _watches.Count >= options.Value.MaxWatches) return RefusalCode.TooManyWatches;
        var replica = await replicas.OpenAsync(key, cancellation);
        if (!replica.Exists && !rules.Value.LazyArticles) return RefusalCode.ArticleUnknown;
        Unwatch(key);
        // Entered before the position is taken: from then on the thread's frames are there for the reader to find.
        var thread = threads.Enter(replica);
        try
        {
            var watched = await CatchUpAsync(replica, position, person, cancellation);
            Begin(key, thread, watched);
            return watched;
        }
        catch
        {
            threads.Release(thread);
            throw;
        }
    }

    public void Unwatch(ThreadKey key)
    {
        lock (_watches)
        {
            if (!_watches.Remove(key, out var watch)) return;
            watch.Reader.Leave();
            watch.Thread.Remove(watch.Reader);
            threads.Release(watch.Thread);
        }
    }

    /// <summary>The connection has ended. A call that is still under way enters nothing any more.</summary>
    public void End()
    {
        lock (_watches)
        {
            _ended = true;
            foreach (var key in _watches.Keys.ToList()) Unwatch(key);
        }
    }

    public LiveThread? Watched(ThreadKey key)
    {
        lock (_watches) return _watches.TryGetValue(key, out var watch) ? watch.Thread : null;
    }

    private async ValueTask<WatchedThread> CatchUpAsync(IThreadReplica replica, ThreadPosition? position, UserId? person, CancellationToken cancellation)
    {
        if (position is { } since && await replica.ChangesAsync(since, options.Value.FrameEvents, cancellation) is { } changes)
            return new WatchedThread { Position = changes.Position, Sequence = changes.To, Reset = false, Changes = changes };
        var page = await replica.PageAsync(ThreadSort.Newest, null, options.Value.PageSize, cancellation);
        if (person is { } me) page = page with { You = await replica.OwnAsync(me, cancellation) };
        var at = ThreadPosition.TryParse(page.Position, out var parsed) ? parsed : default;
        return new WatchedThread { Position = page.Position, Sequence = at.Sequence, Reset = position is not null, Page = page };
    }

    private void Begin(ThreadKey key, LiveThread thread, WatchedThread watched)
    {
        _ = ThreadPosition.TryParse(watched.Position, out var at);
        var reader = new Reader(connection, thread, at, time);
        lock (_watches)
        {
            if (_ended) throw new OperationCanceledException("The connection has ended.");
            _watches[key] = (thread, reader);
            thread.Add(reader);
        }

        _ = BeginSoonAsync(reader);
    }

    /// <summary>Gives the answer a head start, so that changes rarely overtake it.</summary>
    private async Task BeginSoonAsync(Reader reader)
    {
        await Task.Delay(options.Value.Window, time);
        reader.Begin();
    }
}
