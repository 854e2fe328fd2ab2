using Realtime.Discussion.Threads;

namespace Realtime.Server.Live;

/// <summary>
/// The last frames of a thread, back to back, shared by all its readers: a connection that is busy for a moment finds here what it missed, so that
/// no connection needs a queue of its own. Bounded by bytes; safe for concurrent use.
/// </summary>
internal sealed class RecentFrames(int maxBytes)
{
    private readonly Lock _lock = new();
    private readonly List<ThreadFrame> _frames = [];
    private int _first;
    private int _bytes;

    public void Add(ThreadFrame frame)
    {
        lock (_lock)
        {
            if (_first < _frames.Count && _frames[^1].To != frame.From) Clear();
            _frames.Add(frame);
            _bytes += frame.Bytes;
            while (_first < _frames.Count - 1 && _bytes > maxBytes) _bytes -= _frames[_first++].Bytes;
            if (_first > 64 && _first > _frames.Count / 2) Trim();
        }
    }

    /// <summary>The frame that begins exactly at this position, or null.</summary>
    public ThreadFrame? After(ThreadPosition position)
    {
        lock (_lock)
        {
            var (low, high) = (_first, _frames.Count - 1);
            while (low <= high)
            {
                var middle = (low + high) / 2;
                if (_frames[middle].From == position) return _frames[middle];
                if (_frames[middle].From.Sequence < position.Sequence) low = middle + 1;
                else high = middle - 1;
            }

            return null;
        }
    }

    private void Clear()
    {
        _frames.Clear();
        (_first, _bytes) = (0, 0);
    }

    private void Trim()
    {
        _frames.RemoveRange(0, _first);
        _first = 0;
    }
}
