using Microsoft.Extensions.Logging;
using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;

namespace Realtime.Grains.Feeds;

/// <summary>What a copy is made of: how to read an entry, and the whole copy as the journal has it now; and whether a journal that is not there any more has been deleted.</summary>
internal sealed record CopyReading<TCopy, TEvent>(Func<ReadOnlyMemory<byte>, TEvent> Decode, Func<Task<TCopy>> LoadAsync, bool MayBeDeleted = false);

/// <summary>
/// Keeps one copy of a journal on this host: built from snapshot and journal, it takes in the batches that the aggregate pushes, and closes every gap by
/// reading the journal. One lock guards the copy; the journal is only ever read outside it.
/// </summary>
internal sealed class FedCopy<TCopy, TEvent> : IFedCopy
    where TCopy : class, IJournalCopy<TEvent>
    where TEvent : JournalEvent
{
    private readonly Lock _lock = new();
    private readonly CopyReading<TCopy, TEvent> _make;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly JournalReading _reading;
    private TCopy _copy;
    private long _readAt;
    private bool _closed;
    private long _opening;
    private bool _isOfLostHistory;
    private bool _isOutdated;

    public FedCopy(JournalKey key, TCopy copy, CopyReading<TCopy, TEvent> make, IJournal journal, TimeProvider time, ILogger logger)
    {
        (Key, _copy, _make, _time, _logger) = (key, copy, make, time, logger);
        Followers = new Followers(key.Value, time, logger);
        _reading = new JournalReading(this, journal, logger);
        _readAt = time.GetTimestamp();
    }

    public JournalKey Key { get; }

    public Followers Followers { get; }

    public ThreadPosition Position => Look(copy => copy.Position);

    public long Opening => Look(_ => _opening);

    public ThreadPosition Claim => Look(copy => _isOfLostHistory ? copy.Position with { Sequence = long.MaxValue } : copy.Position);

    public Action Stranded { private get; set; } = () => { };

    /// <summary>Looks at the copy, at one position.</summary>
    public T Look<T>(Func<TCopy, T> look)
    {
        lock (_lock) return look(_copy);
    }

    /// <summary>The same for somebody who reads: the copy is kept for a while longer.</summary>
    public T Read<T>(Func<TCopy, T> look)
    {
        lock (_lock)
        {
            _readAt = _time.GetTimestamp();
            return look(_copy);
        }
    }

    public ThreadPosition Take(ThreadBatch batch)
    {
        var known = Opening;
        if (batch.Opening == known) TakeIn(batch.Epoch, batch.After, batch.Entries);
        var reached = Position;
        if (batch.Opening > known || (batch.Opening == known && IsBeyond(batch, reached))) _ = FollowAsync(batch.Opening);
        return reached;
    }

    public void TakeIn(long epoch, long after, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        var known = (int)Math.Clamp(Position.Sequence - after, 0, entries.Count);
        var events = new (TEvent, ReadOnlyMemory<byte>)[entries.Count - known];
        for (var i = 0; i < events.Length; i++) events[i] = (_make.Decode(entries[known + i]), entries[known + i]);
        ThreadPosition before, reached;
        lock (_lock)
        {
            before = _copy.Position;
            _isOutdated |= events.Any(entry => entry.Item1.Redacted is true);
            if (_isOutdated || !_copy.GoesOnIn(epoch) || after + known > before.Sequence) return;
            _copy.TakeIn(epoch, after + known, events);
            reached = _copy.Position;
        }

        if (reached != before) Followers.Advance(reached);
    }

    public async Task StartAfreshAsync()
    {
        var copy = await _make.LoadAsync();
        lock (_lock)
        {
            var (isNewer, isDeleted) = (copy.Position.Epoch > _copy.Position.Epoch, IsDeletedAt(copy.Position.Epoch));
            if (!isNewer && !isDeleted && !(_isOutdated && copy.Position.Epoch == _copy.Position.Epoch && copy.Position.Sequence >= _copy.Position.Sequence)) return;
            (_copy, _isOfLostHistory, _isOutdated) = (copy, false, false);
            if (isDeleted) _opening = 0;
            if (isNewer) _logger.ReplicaReset(Key.Value, copy.Position.Epoch);
        }

        Followers.Advance(Position);
    }

    public bool IsOutdated => Look(_ => _isOutdated);

    public bool IsDeletedAt(long epoch) => epoch == 0 && _make.MayBeDeleted && Position.Epoch > 0;

    public async Task<bool> RepairAsync(long opening = 0) => await _reading.ReadAsync(opening) == Reached.End;

    /// <summary>Returns when the copy has what the journal had at the call, as far as the journal is the one that the copy is of.</summary>
    /// <exception cref="JournalUnavailableException">The journal did not answer.</exception>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        if (await _reading.ReadAsync(0).WaitAsync(cancellation) == Reached.Nothing) throw new JournalUnavailableException("The journal could not be read.", outcomeUnknown: false);
    }

    public ValueTask<bool> ReachAsync(ThreadPosition position, TimeSpan patience, CancellationToken cancellation) =>
        Followers.Covers(Position, position)
            ? new ValueTask<bool>(true)
            : Followers.ReachAsync(position, () => Position, patience, cancellation);

    public bool Recognizes(ThreadPosition position, ReadOnlyMemory<byte> entry)
    {
        lock (_lock)
        {
            // It has gone on meanwhile, or does not know: it may be right.
            if (_copy.Position != position || _copy.LastEntry is not { } last || last.Span.SequenceEqual(entry.Span)) return true;
            // Rewritten because somebody was erased: the journal has lost nothing.
            if (_make.Decode(last).WasBefore(_make.Decode(entry))) return true;
            _isOfLostHistory = true;
            return false;
        }
    }

    public void Confirm(long opening)
    {
        lock (_lock) _opening = Math.Max(_opening, opening);
    }

    public bool TryUse() => Read(_ => !_closed);

    public bool TryClose(TimeSpan idleAfter)
    {
        lock (_lock)
        {
            if (Followers.Count > 0 || _time.GetElapsedTime(_readAt) < idleAfter) return false;
            return _closed = true;
        }
    }

    private static bool IsBeyond(ThreadBatch batch, ThreadPosition reached) =>
        batch.Epoch > reached.Epoch || (batch.Epoch == reached.Epoch && batch.After > reached.Sequence);

    private async Task FollowAsync(long opening)
    {
        if (!await RepairAsync(opening)) Stranded();
    }
}
