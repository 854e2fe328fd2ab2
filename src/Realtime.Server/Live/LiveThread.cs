using System.Collections.Immutable;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Grains.Replicas;

namespace Realtime.Server.Live;

/// <summary>
/// A thread that somebody on this host watches: turns the steps of the replica into frames, each encoded once, and offers them to every reader.
/// Only one frame is made at a time, so that all readers get the same frames in the same order.
/// </summary>
internal sealed class LiveThread : IDisposable
{
    private readonly IThreadReplica _replica;
    private readonly LiveOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly RecentFrames _recent;
    private readonly IDisposable _following;
    private ImmutableHashSet<Reader> _readers = [];
    private (ImmutableHashSet<Reader> Of, Reader[] All) _offered = ([], []);
    private volatile Boxed _head;
    private volatile ThreadFrame? _catchUp;
    private int _advanced;

    public LiveThread(IThreadReplica replica, LiveOptions options, TimeProvider time, ILogger logger)
    {
        (_replica, _options, _time, _logger) = (replica, options, time, logger);
        _recent = new RecentFrames(options.RecentBytes);
        _head = new Boxed(replica.Position);
        Presence = new PresencePulse(this, options, time);
        _following = replica.Follow(Advanced, Presence.Changed);
    }

    public IThreadReplica Replica => _replica;

    public PresencePulse Presence { get; }

    /// <summary>Whose a comment is; null when there is none of this number.</summary>
    public UserId? AuthorOf(int number) => _replica.Facts(number)?.AuthorId;

    /// <summary>The place after the last frame made.</summary>
    public ThreadPosition Head => _head.Position;

    public IReadOnlyCollection<Reader> Readers => Volatile.Read(ref _readers);

    public void Add(Reader reader) => Change(+1, readers => readers.Add(reader));

    public void Remove(Reader reader) => Change(-1, readers => readers.Remove(reader));

    /// <summary>The reader's connection can no longer be told everything in order.</summary>
    public void Lost(Reader reader, Exception cause)
    {
        _logger.ReaderLost(_replica.Key.ToString(), reader.At.Sequence, cause.Message);
        Remove(reader);
        reader.Connection.Abort();
    }

    /// <summary>What a reader at this place gets next: a recent frame, one made of everything missed, a reset, or null when nothing is missing.</summary>
    public async ValueTask<ThreadFrame?> NextAsync(ThreadPosition at)
    {
        if (at == Head) return null;
        if (_recent.After(at) is { } frame) return frame;
        if (_catchUp is { } made && made.From == at) return made;
        var changes = await _replica.ChangesAsync(at, _options.FrameEvents, CancellationToken.None);
        if (changes is null) return Reset();
        if (changes.To == at.Sequence) return null;
        LiveMeters.CaughtUp();
        return _catchUp = ThreadFrame.Of(at, changes);
    }

    /// <summary>For a reader who has to begin anew.</summary>
    public ThreadFrame Reset()
    {
        LiveMeters.WasReset();
        return ThreadFrame.Reset(_replica.Key, _replica.Position);
    }

    public void Dispose()
    {
        _following.Dispose();
        Presence.Dispose();
    }

    private void Change(int by, Func<ImmutableHashSet<Reader>, ImmutableHashSet<Reader>> change)
    {
        if (!ImmutableInterlocked.Update(ref _readers, change)) return;
        LiveMeters.Watching(by);
        Presence.Changed();
    }

    private void Advanced()
    {
        if (Interlocked.Exchange(ref _advanced, 1) == 0) _ = PublishAsync();
    }

    /// <summary>Publishes at once, then once per window for as long as there is something to publish.</summary>
    private async Task PublishAsync()
    {
        // Off the caller's stack: whoever moves the replica must not write to connections.
        await Task.Yield();
        while (true)
        {
            try
            {
                var began = _time.GetTimestamp();
                var more = await PublishFrameAsync();
                if (!more) await Task.Delay(WindowAfter(_time.GetElapsedTime(began)), _time);
            }
            catch (Exception e)
            {
                _logger.PublishFailed(_replica.Key.ToString(), Head.Sequence, e.Message);
                await Task.Delay(_options.MaxWindow, _time);
            }

            if (Head != _replica.Position) continue;
            Volatile.Write(ref _advanced, 0);
            if (Head == _replica.Position || Interlocked.Exchange(ref _advanced, 1) != 0) return;
        }
    }

    /// <summary>True when there is more to publish at once.</summary>
    private async ValueTask<bool> PublishFrameAsync()
    {
        var from = Head;
        var changes = await _replica.ChangesAsync(from, _options.FrameEvents, CancellationToken.None);
        var frame = changes is null ? Reset() : changes.To == from.Sequence ? null : ThreadFrame.Of(from, changes);
        if (frame is null) return false;
        if (!frame.IsReset) _recent.Add(frame);
        _head = new Boxed(frame.To);
        var began = _time.GetTimestamp();
        var readers = Snapshot();
        foreach (var reader in readers) reader.Offer(frame);
        LiveMeters.Published(readers.Length, _time.GetElapsedTime(began));
        return changes is { More: true };
    }

    /// <summary>Writing a frame to all readers may take up to half of the time; then the window grows, and more changes share a frame.</summary>
    private TimeSpan WindowAfter(TimeSpan publishing)
    {
        var crowd = Math.Min(1, Readers.Count / 1000.0);
        var window = _options.Window + (crowd * (_options.CrowdedWindow - _options.Window));
        if (publishing > window) window = publishing;
        return window < _options.MaxWindow ? window : _options.MaxWindow;
    }

    private Reader[] Snapshot()
    {
        var readers = Volatile.Read(ref _readers);
        if (!ReferenceEquals(_offered.Of, readers)) _offered = (readers, [.. readers]);
        return _offered.All;
    }

    private sealed record Boxed(ThreadPosition Position);
}
