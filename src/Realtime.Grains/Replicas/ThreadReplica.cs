using Microsoft.Extensions.Logging;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Realtime.Grains.Threads;

namespace Realtime.Grains.Replicas;

/// <summary>
/// One thread's read copy on this host. It is built from snapshot and journal, takes in the batches that the thread pushes, and closes every gap by
/// reading the journal. One lock guards the copy; the journal is only ever read outside it, and an answer is composed under it in one go, so
/// that it is exact at one position.
/// </summary>
internal sealed class ThreadReplica : IThreadReplica
{
    private readonly Lock _lock = new();
    private readonly IJournal _journal;
    private readonly ThreadReplicaOptions _options;
    private readonly TimeProvider _time;
    private readonly Followers _followers;
    private readonly JournalReading _reading;
    private ThreadCopy _copy;
    private long _readAt;
    private bool _closed;
    private long _opening;
    private bool _isOfLostHistory;
    private Attendance _here = Attendance.Nobody;
    private Attendance _elsewhere = Attendance.Nobody;

    public ThreadReplica(ThreadKey key, LoadedThread loaded, IJournal journal, ThreadReplicaOptions options, TimeProvider time, ILogger logger)
    {
        (Key, _journal, _options, _time) = (key, journal, options, time);
        _copy = new ThreadCopy(key, loaded, options);
        _followers = new Followers(key.ToString(), time, logger);
        _reading = new JournalReading(this, journal, logger);
        _readAt = time.GetTimestamp();
    }

    public ThreadKey Key { get; }

    public ThreadPosition Position => Look(copy => copy.Position);

    public bool Exists => Look(copy => copy.Thread.Exists);

    public int CommentCount => Look(copy => copy.Thread.PublishedCount);

    public ValueTask<ThreadPage> PageAsync(ThreadSort sort, PageCursor? cursor, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ComposeAsync((copy, words) => copy.Page(sort, cursor, limit, words), cancellation);
    }

    public ValueTask<CommentInContext?> CommentAsync(int number, Viewer viewer, CancellationToken cancellation) =>
        ComposeAsync((copy, words) => copy.InContext(number, viewer, words), cancellation);

    public ValueTask<OwnView> OwnAsync(UserId person, CancellationToken cancellation) => ComposeAsync((copy, words) => copy.Own(person, words), cancellation);

    public CommentFacts? Facts(int number) =>
        Look(copy => copy.Thread.Find(number) is { } comment ? new CommentFacts(comment.Author.Id, comment.Status, comment.Revision) : (CommentFacts?)null);

    public ValueTask<CommentWords?> WordsAsync(int number, int revision, CancellationToken cancellation) =>
        ComposeAsync((copy, words) => copy.Thread.Find(number) is { } comment ? words.OfRevision(comment, revision) : null, cancellation);

    public ValueTask<ThreadChanges?> ChangesAsync(ThreadPosition since, int maxEvents, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxEvents, 1);
        var words = new WordsAtHand();
        ThreadChanges? Recent(ThreadCopy copy, WordsAtHand at) => copy.IsIn(since) ? copy.Changes(since.Sequence, maxEvents, at) : null;
        return TryCompose(Recent, words, out var changes) && changes is not null
            ? new ValueTask<ThreadChanges?>(changes)
            : ReadChangesAsync(since, maxEvents, cancellation);
    }

    public IDisposable Follow(Action advanced, Action? attended = null) => _followers.Add(advanced, attended);

    public Attendance Here => Volatile.Read(ref _here);

    public Attendance Elsewhere => Volatile.Read(ref _elsewhere);

    /// <summary>Called when <see cref="Here"/> has changed.</summary>
    public Action Attending { get; set; } = () => { };

    public void Attend(Attendance here)
    {
        if (!here.Equals(Interlocked.Exchange(ref _here, here))) Attending();
    }

    /// <summary>Takes in what the thread tells of the other hosts.</summary>
    public void Hear(Attendance elsewhere)
    {
        if (!elsewhere.Equals(Interlocked.Exchange(ref _elsewhere, elsewhere))) _followers.Attend();
    }

    public ValueTask<bool> ReachAsync(ThreadPosition position, TimeSpan patience, CancellationToken cancellation) =>
        Followers.Covers(Position, position)
            ? new ValueTask<bool>(true)
            : _followers.ReachAsync(position, () => Position, patience, cancellation);

    /// <summary>The last opening of the journal whose history is known to be this copy's.</summary>
    public long Opening => Look(_ => _opening);

    /// <summary>What to tell the thread: the position, or more than any journal has when this copy's history is no longer the journal's.</summary>
    public ThreadPosition Claim => Look(copy => _isOfLostHistory ? copy.Position with { Sequence = long.MaxValue } : copy.Position);

    /// <summary>Called when what was pushed could not be followed, nor the journal be read for it.</summary>
    public Action Stranded { get; set; } = () => { };

    /// <summary>
    /// Takes a pushed batch in, answers what has been reached. Of what cannot be followed the journal is read, in the background; so it is at the first
    /// batch of a new opening. A batch of an earlier one comes late, from a writer that has been replaced: it may tell of entries that are lost.
    /// </summary>
    public ThreadPosition Take(ThreadBatch batch)
    {
        var known = Opening;
        if (batch.Opening == known) TakeIn(batch.Epoch, batch.After, batch.Entries);
        var reached = Position;
        if (batch.Opening > known || (batch.Opening == known && IsBeyond(batch, reached))) _ = FollowAsync(batch.Opening);
        return reached;
    }

    /// <summary>Takes in what is new of these entries, if they follow on what is here without a gap, in the same epoch.</summary>
    public void TakeIn(long epoch, long after, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        var known = (int)Math.Clamp(Position.Sequence - after, 0, entries.Count);
        var events = new (ThreadEvent, ReadOnlyMemory<byte>)[entries.Count - known];
        for (var i = 0; i < events.Length; i++) events[i] = (ThreadEventCodec.Decode(entries[known + i].Span), entries[known + i]);
        ThreadPosition before, reached;
        lock (_lock)
        {
            before = _copy.Position;
            if (!_copy.GoesOnIn(epoch) || after + known > before.Sequence) return;
            _copy.TakeIn(epoch, after + known, events);
            reached = _copy.Position;
        }

        if (reached != before) _followers.Advance(reached);
    }

    /// <summary>Puts the journal's new epoch in the old one's place. Everybody who has a position of the old one will be told to reset.</summary>
    public bool Replace(LoadedThread loaded)
    {
        var copy = new ThreadCopy(Key, loaded, _options);
        lock (_lock)
        {
            if (copy.Epoch <= _copy.Epoch) return false;
            (_copy, _isOfLostHistory) = (copy, false);
        }

        _followers.Advance(Position);
        return true;
    }

    /// <summary>Reads what the journal has behind this copy. False when the journal cannot be read, or is not the one that this copy is of.</summary>
    /// <param name="opening">Known to have taken place; the copy is of this opening's history if the journal turns out to agree with it.</param>
    public Task<bool> RepairAsync(long opening = 0) => _reading.ReadAsync(opening);

    /// <summary>Whether the journal's entry at the position is the one that is here; false is final for this copy.</summary>
    public bool Recognizes(ThreadPosition position, ReadOnlyMemory<byte> entry)
    {
        lock (_lock)
        {
            // It has gone on meanwhile, or does not know: it may be right.
            if (_copy.Position != position || _copy.LastEntry is not { } last || last.Span.SequenceEqual(entry.Span)) return true;
            _isOfLostHistory = true;
            return false;
        }
    }

    public void Confirm(long opening)
    {
        lock (_lock) _opening = Math.Max(_opening, opening);
    }

    /// <summary>Notes that somebody reads. False when the copy has been closed: open another.</summary>
    public bool TryUse()
    {
        lock (_lock)
        {
            _readAt = _time.GetTimestamp();
            return !_closed;
        }
    }

    /// <summary>Closes the copy if nobody has read or followed it for that long.</summary>
    public bool TryClose(TimeSpan idleAfter)
    {
        lock (_lock)
        {
            if (_followers.Count > 0 || _time.GetElapsedTime(_readAt) < idleAfter) return false;
            return _closed = true;
        }
    }

    private static bool IsBeyond(ThreadBatch batch, ThreadPosition reached) =>
        batch.Epoch > reached.Epoch || (batch.Epoch == reached.Epoch && batch.After > reached.Sequence);

    private async Task FollowAsync(long opening)
    {
        if (!await RepairAsync(opening)) Stranded();
    }

    private T Look<T>(Func<ThreadCopy, T> look)
    {
        lock (_lock) return look(_copy);
    }

    private bool TryCompose<T>(Func<ThreadCopy, WordsAtHand, T> compose, WordsAtHand words, out T answer)
    {
        lock (_lock)
        {
            _readAt = _time.GetTimestamp();
            answer = compose(_copy, words.For(_copy));
            return words.AreComplete;
        }
    }

    private ValueTask<T> ComposeAsync<T>(Func<ThreadCopy, WordsAtHand, T> compose, CancellationToken cancellation) =>
        ComposeAsync(compose, new WordsAtHand(), cancellation);

    private ValueTask<T> ComposeAsync<T>(Func<ThreadCopy, WordsAtHand, T> compose, WordsAtHand words, CancellationToken cancellation) =>
        TryCompose(compose, words, out var answer) ? new ValueTask<T>(answer) : ReadAndComposeAsync(compose, words, cancellation);

    /// <summary>Composes again with the words that were missing. When the thread has changed meanwhile others may be missing now; entries once read stay.</summary>
    private async ValueTask<T> ReadAndComposeAsync<T>(Func<ThreadCopy, WordsAtHand, T> compose, WordsAtHand words, CancellationToken cancellation)
    {
        T answer;
        do
        {
            var missing = words.Missing;
            var entries = await _journal.ReadAtAsync(Key.Journal, missing, cancellation);
            for (var i = 0; i < missing.Length; i++) words.Add(missing[i], ThreadEventCodec.Decode(entries[i].GetValueOrDefault().Span));
        }
        while (!TryCompose(compose, words, out answer));
        return answer;
    }

    /// <summary>
    /// Changes that are not recent. A position ahead of this copy may be another host's, which got its push earlier: only the journal can tell
    /// that the position is foreign.
    /// </summary>
    private async ValueTask<ThreadChanges?> ReadChangesAsync(ThreadPosition since, int maxEvents, CancellationToken cancellation)
    {
        if (!IsBehind(since)) await RepairAsync().WaitAsync(cancellation);
        if (!IsBehind(since)) return null;
        if (await ComposeAsync((copy, at) => copy.IsIn(since) ? copy.Changes(since.Sequence, maxEvents, at) : null, cancellation) is { } recent) return recent;
        var words = new WordsAtHand();
        var slice = await _journal.ReadAsync(Key.Journal, since.Sequence, maxEvents, cancellation);
        var events = slice.Entries.Select(entry => ThreadEventCodec.Decode(entry.Span)).ToList();
        // Nothing there although this copy has it: the store has lost entries, and the thread is about to begin a new epoch.
        if (events.Count == 0) return null;
        for (var i = 0; i < events.Count; i++) words.Add(since.Sequence + 1 + i, events[i]);
        return await ComposeAsync((copy, at) => copy.Epoch == slice.Epoch ? copy.Changes(since.Sequence, events, at) : null, words, cancellation);
    }

    private bool IsBehind(ThreadPosition since) => Look(copy => copy.IsIn(since) && since.Sequence <= copy.Position.Sequence);
}
