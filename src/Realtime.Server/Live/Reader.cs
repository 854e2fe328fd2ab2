using System.Collections.Immutable;
using Microsoft.AspNetCore.SignalR;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Server.Live;

/// <summary>
/// One connection's place in one thread. At most one write is under way; what happens meanwhile is not queued here but found again from
/// <see cref="At"/>, so that a reader who is slow or stalled costs its place and one frame, and delays nobody.
/// </summary>
internal sealed class Reader(LiveConnection of, LiveThread thread, ThreadPosition at, TimeProvider time)
{
    private const int Joining = 2, Busy = 1, Idle = 0;

    /// <summary>Whoever turns it from idle to busy may write.</summary>
    private int _state = Joining;
    private long _writeBegan;
    private volatile bool _left;
    private volatile bool _isToStartAfresh;

    public LiveConnection Of => of;

    public HubConnectionContext Connection => of.Connection;

    /// <summary>Whose comments this reader is not shown.</summary>
    public ImmutableHashSet<UserId> Ignored { get; init; } = [];

    /// <summary>The place after the last frame written.</summary>
    public ThreadPosition At { get; private set; } = at;

    /// <summary>How long the write under way has been waiting for the connection to take it.</summary>
    public TimeSpan WaitingFor => Volatile.Read(ref _writeBegan) is > 0 and var began ? time.GetElapsedTime(began) : TimeSpan.Zero;

    /// <summary>Live from now on.</summary>
    public void Begin()
    {
        if (Interlocked.CompareExchange(ref _state, Busy, Joining) == Joining) _ = FollowAsync(default);
    }

    public void Leave() => _left = true;

    /// <summary>Tells the reader that what they were shown no longer holds. Nothing follows after.</summary>
    public void Reset()
    {
        _isToStartAfresh = true;
        if (Interlocked.CompareExchange(ref _state, Busy, Idle) == Idle) _ = FollowAsync(default);
    }

    /// <summary>Offers the thread's newest frame. Called in the order of frames, from one place at a time.</summary>
    public void Offer(ThreadFrame frame)
    {
        if (Interlocked.CompareExchange(ref _state, Busy, Idle) != Idle) return;
        if (frame.From != At || _isToStartAfresh)
        {
            _ = FollowAsync(default);
            return;
        }

        var write = Write(frame);
        if (!write.IsCompletedSuccessfully) _ = FollowAsync(write);
        else Volatile.Write(ref _state, Idle);
    }

    /// <summary>Writes something that has no position, unless the connection is busy: then it is not worth waiting for.</summary>
    public void OfferEphemeral(SerializedHubMessage message)
    {
        if (Interlocked.CompareExchange(ref _state, Busy, Idle) != Idle) return;
        _ = FollowAsync(Connection.WriteAsync(message));
    }

    private ValueTask Write(ThreadFrame frame)
    {
        At = frame.To;
        return _left ? default : Connection.WriteAsync(frame.MessageFor(Ignored, thread.AuthorOf), CancellationToken.None);
    }

    /// <summary>Waits for the write under way, then writes whatever came meanwhile, until there is nothing left.</summary>
    private async Task FollowAsync(ValueTask write)
    {
        try
        {
            do
            {
                await Await(write);
                while (!_left && await NextAsync() is { } frame)
                {
                    if (frame.IsReset) thread.Remove(this);
                    await Await(Write(frame));
                    if (frame.IsReset) return;
                }

                Volatile.Write(ref _state, Idle);
            }
            while (!_left && (_isToStartAfresh || At != thread.Head) && Interlocked.CompareExchange(ref _state, Busy, Idle) == Idle);
        }
        catch (Exception e)
        {
            // A frame may have been lost on the way to this connection: only a fresh one is sure to miss nothing.
            thread.Lost(this, e);
        }
    }

    private ValueTask<ThreadFrame?> NextAsync() => _isToStartAfresh ? new(thread.Reset()) : thread.NextAsync(At);

    private async ValueTask Await(ValueTask write)
    {
        if (write.IsCompletedSuccessfully) return;
        Volatile.Write(ref _writeBegan, time.GetTimestamp());
        await write;
        Volatile.Write(ref _writeBegan, 0);
    }
}
