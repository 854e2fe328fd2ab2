using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Realtime.Grains.Replicas;
using Realtime.Server.Commenting;
using Realtime.Server.Live.Sites;
using Realtime.Server.Refusals;

namespace Realtime.Server.Live;

/// <summary>What one connection watches.</summary>
internal sealed class ConnectionWatches(
    LiveConnection connection, LiveThreads threads, ThreadReads reads, LiveSites sites, IOptions<LiveOptions> options, TimeProvider time)
{
    private readonly Dictionary<ThreadKey, (LiveThread Thread, Reader Reader)> _watches = [];
    private bool _ended;

    /// <param name="key">The thread.</param>
    /// <param name="position">What the reader has of it.</param>
    /// <param name="me">Who that is at the thread's site; null for somebody who has not signed in there.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Answer<WatchedThread>> WatchAsync(ThreadKey key, ThreadPosition? position, Actor? me, CancellationToken cancellation)
    {
        if (Watched(key) is null && _watches.Count >= options.Value.MaxWatches) return RefusalCode.TooManyWatches;
        var opened = await reads.OpenAsync(key, cancellation);
        if (opened.Value is not { } replica) return opened.Refusal!;
        var site = await sites.OpenAsync(key.Site, cancellation);
        connection.Enter(key.Site);
        var ignored = await connection.Commenters.IgnoredAsync(key.Site, me, cancellation);
        Unwatch(key);
        // Entered before the position is taken: from then on the thread's frames are there for the reader to find.
        var thread = threads.Enter(replica);
        WatchedThread watched;
        Reader reader;
        try
        {
            watched = Hide(await CatchUpAsync(replica, position, me, cancellation), ignored, thread);
            reader = Enter(key, thread, watched, ignored);
        }
        catch
        {
            threads.Release(thread);
            throw;
        }

        site.Standings.Greet(connection);
        // Looked at last: whatever changes from here on is told to those who watch.
        var view = site.View;
        _ = BeginSoonAsync(reader, site, view);
        return watched with { SiteView = view };
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

    /// <summary>What was shown of the site's threads no longer is what this connection is to see: all of them are to be watched anew.</summary>
    public void Reset(SiteId site)
    {
        lock (_watches)
        {
            foreach (var (key, watch) in _watches)
                if (key.Site == site)
                    watch.Reader.Reset();
        }
    }

    /// <summary>The person is writing a comment. Others are told, unless it could not be posted.</summary>
    public void Typing(ThreadKey key, Author me)
    {
        if (Watched(key) is { } thread && sites.Find(key.Site)?.Standings.MayBeHeard(me.Id) is true) thread.Presence.Typing(me);
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

    private async ValueTask<WatchedThread> CatchUpAsync(IThreadReplica replica, ThreadPosition? position, Actor? me, CancellationToken cancellation)
    {
        if (position is { } since && await replica.ChangesAsync(since, options.Value.FrameEvents, cancellation) is { } changes)
            return new WatchedThread { Position = changes.Position, Sequence = changes.To, Reset = false, Changes = changes };
        var page = await replica.PageAsync(ThreadSort.Newest, null, options.Value.PageSize, cancellation);
        var at = ThreadPosition.TryParse(page.Position, out var parsed) ? parsed : default;
        if (me is not null) page = page with { You = await replica.OwnAsync(me.Id, cancellation) };
        return new WatchedThread { Position = page.Position, Sequence = at.Sequence, Reset = position is not null, Page = page };
    }

    private static WatchedThread Hide(WatchedThread watched, ImmutableHashSet<UserId> ignored, LiveThread thread) => ignored.IsEmpty ? watched : watched with
    {
        Page = watched.Page is { } page ? IgnoredComments.Hide(page, ignored, thread.AuthorOf) : null,
        Changes = watched.Changes is { } changes ? IgnoredComments.Hide(changes, ignored, thread.AuthorOf) : null,
    };

    private Reader Enter(ThreadKey key, LiveThread thread, WatchedThread watched, ImmutableHashSet<UserId> ignored)
    {
        _ = ThreadPosition.TryParse(watched.Position, out var at);
        var reader = new Reader(connection, thread, at, time) { Ignored = ignored };
        lock (_watches)
        {
            if (_ended) throw new OperationCanceledException("The connection has ended.");
            _watches[key] = (thread, reader);
            thread.Add(reader);
        }

        // They have ignored or heeded somebody in the meantime, when this reader was not there yet to be reset.
        if (!connection.Commenters.Ignored(key.Site).SetEquals(ignored)) reader.Reset();
        return reader;
    }

    /// <summary>Gives the answer a head start, so that changes rarely overtake it.</summary>
    private async Task BeginSoonAsync(Reader reader, LiveSite site, SiteView told)
    {
        await Task.Delay(options.Value.Window, time);
        reader.Begin();
        site.Remind(connection, told);
    }
}
