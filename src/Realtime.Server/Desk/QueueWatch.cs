using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;

namespace Realtime.Server.Desk;

/// <summary>
/// One desk's place in one queue. At most one write is under way, and at most four a second begin: what happens meanwhile goes with the next, found again from the
/// place, so that a desk which takes nothing costs no more than that.
/// </summary>
internal sealed class QueueWatch : IDisposable
{
    /// <summary>A desk that has missed more is quicker with a fresh page.</summary>
    public const int MostEvents = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly HubConnectionContext _connection;
    private readonly SiteId _site;
    private readonly IAggregateCopy<ModerationQueue, QueueEvent> _copy;
    private readonly DeskWatching _by;
    private readonly IDisposable _following;
    private ThreadPosition _at;
    private int _changes;
    private volatile bool _ended;

    public QueueWatch(HubConnectionContext connection, SiteId site, IAggregateCopy<ModerationQueue, QueueEvent> copy, ThreadPosition at, DeskWatching by)
    {
        (_connection, _site, _copy, _at, _by) = (connection, site, copy, at, by);
        _following = copy.Follow(Advanced);
        Advanced();
    }

    public void Dispose()
    {
        _ended = true;
        _following.Dispose();
    }

    private void Advanced()
    {
        if (Interlocked.Increment(ref _changes) == 1) _ = TellAsync();
    }

    private async Task TellAsync()
    {
        // Off the caller's stack: whoever moves the copy must not write to connections.
        await Task.Yield();
        try
        {
            int seen;
            do
            {
                seen = Volatile.Read(ref _changes);
                if (!_ended && _copy.Position != _at) await TellNewsAsync();
            }
            while (Interlocked.Add(ref _changes, -seen) != 0);
        }
        catch (Exception e)
        {
            // It has missed something: only a fresh connection is sure to be told all.
            _by.Logger.DeskLost(_site.Value, _at.Sequence, e.Message);
            Dispose();
            _connection.Abort();
        }
    }

    private async Task TellNewsAsync()
    {
        var (queue, position, events) = _copy.Since(_at);
        if (events is null or { Count: > MostEvents } || !await _by.MayAsync(_connection, _site))
        {
            Dispose();
            await WriteAsync(nameof(IDeskClient.QueueReset), new QueueReset { Site = _site.Value });
            return;
        }

        _at = position;
        await WriteAsync(nameof(IDeskClient.QueueChanged), QueueViews.Changes(_site, queue, position, events, _by.Time.GetUtcNow()));
        await Task.Delay(Pause, _by.Time);
    }

    private ValueTask WriteAsync(string method, object argument) => _connection.WriteAsync(new InvocationMessage(method, [argument]));
}
