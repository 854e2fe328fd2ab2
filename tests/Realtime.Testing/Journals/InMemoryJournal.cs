using Realtime.Discussion.Journal;

namespace Realtime.Testing.Journals;

/// <summary>A journal in memory that keeps the whole promise of <see cref="IJournal"/>; it passes the same contract suite as the stores.</summary>
public sealed class InMemoryJournal : IJournal
{
    private readonly Lock _lock = new();
    private readonly Dictionary<JournalKey, Kept> _journals = [];

    private int _run;
    private (long WriterEpoch, long Epoch) _deleted;

    /// <summary>Every journal that has been opened.</summary>
    public IReadOnlyList<JournalKey> Keys
    {
        get
        {
            lock (_lock) return [.. _journals.Keys];
        }
    }

    public Task<OpenedJournal> OpenAsync(JournalKey key, CancellationToken cancellation) => ReopenAsync(new JournalWriter(key, 0, 0), cancellation);

    public Task<OpenedJournal> ReopenAsync(JournalWriter writer, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (!_journals.TryGetValue(writer.Key, out var kept)) _journals[writer.Key] = kept = new Kept { Run = _run, WriterEpoch = _deleted.WriterEpoch, Epoch = _deleted.Epoch + 1 };
            var anew = kept.Run != _run && kept.WriterEpoch != writer.WriterEpoch;
            if (anew) (kept.Epoch, kept.Run) = (kept.Epoch + 1, _run);
            return Task.FromResult(new OpenedJournal(new JournalWriter(writer.Key, ++kept.WriterEpoch, kept.Epoch), kept.Entries.Count, anew));
        }
    }

    public Task<AppendResult> AppendAsync(
        JournalWriter writer, long head, IReadOnlyList<ReadOnlyMemory<byte>> entries, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.Count, JournalSegments.RoomBehind(head));
        lock (_lock)
        {
            if (!_journals.TryGetValue(writer.Key, out var kept) || kept.WriterEpoch != writer.WriterEpoch) return Task.FromResult(AppendResult.Fenced);
            if (kept.Entries.Count != head) return Task.FromResult(AppendResult.HeadMoved);
            foreach (var entry in entries) kept.Entries.Add(entry.ToArray());
            return Task.FromResult(AppendResult.Appended);
        }
    }

    public Task<JournalSlice> ReadAsync(JournalKey key, long after, int max, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (!_journals.TryGetValue(key, out var kept)) return Task.FromResult(new JournalSlice(0, after, []));
            var entries = kept.Entries.Skip((int)Math.Min(after, int.MaxValue)).Take(max).Select(entry => new ReadOnlyMemory<byte>(entry)).ToList();
            return Task.FromResult(new JournalSlice(kept.Epoch, after, entries));
        }
    }

    public Task<IReadOnlyList<ReadOnlyMemory<byte>?>> ReadAtAsync(
        JournalKey key, IReadOnlyList<long> sequences, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var entries = _journals.TryGetValue(key, out var kept) ? kept.Entries : [];
            ReadOnlyMemory<byte>? At(long sequence) => sequence >= 1 && sequence <= entries.Count ? (ReadOnlyMemory<byte>?)entries[(int)sequence - 1] : null;
            return Task.FromResult<IReadOnlyList<ReadOnlyMemory<byte>?>>([.. sequences.Select(At)]);
        }
    }

    public Task<bool> RewriteAsync(JournalWriter writer, long sequence, ReadOnlyMemory<byte> entry, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (!_journals.TryGetValue(writer.Key, out var kept) || kept.WriterEpoch != writer.WriterEpoch) return Task.FromResult(false);
            if (sequence < 1 || sequence > kept.Entries.Count) return Task.FromResult(false);
            kept.Entries[(int)sequence - 1] = entry.ToArray();
            return Task.FromResult(true);
        }
    }

    public Task<bool> DeleteAsync(JournalWriter writer, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (!_journals.TryGetValue(writer.Key, out var kept) || kept.WriterEpoch != writer.WriterEpoch) return Task.FromResult(false);
            _deleted = (Math.Max(_deleted.WriterEpoch, kept.WriterEpoch), Math.Max(_deleted.Epoch, kept.Epoch));
            return Task.FromResult(_journals.Remove(writer.Key));
        }
    }

    public Task<JournalWriter?> RenewEpochAsync(JournalWriter writer, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (!_journals.TryGetValue(writer.Key, out var kept) || kept.WriterEpoch != writer.WriterEpoch) return Task.FromResult<JournalWriter?>(null);
            return Task.FromResult<JournalWriter?>(writer with { Epoch = ++kept.Epoch });
        }
    }

    public Task<bool> SaveSnapshotAsync(JournalWriter writer, JournalSnapshot snapshot, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (!_journals.TryGetValue(writer.Key, out var kept) || kept.WriterEpoch != writer.WriterEpoch) return Task.FromResult(false);
            kept.Snapshot = snapshot with { Bytes = snapshot.Bytes.ToArray() };
            return Task.FromResult(true);
        }
    }

    public Task<JournalSnapshot?> ReadSnapshotAsync(JournalKey key, CancellationToken cancellation)
    {
        lock (_lock) return Task.FromResult(_journals.TryGetValue(key, out var kept) ? kept.Snapshot : null);
    }

    /// <summary>As a store that may have lost something on the way: journals that are opened anew begin a new epoch.</summary>
    public void Restart()
    {
        lock (_lock) _run++;
    }

    /// <summary>As a store that lost power would: the last entries are gone.</summary>
    public void CutTail(JournalKey key, int head)
    {
        lock (_lock) _journals[key].Entries.RemoveRange(head, _journals[key].Entries.Count - head);
    }

    /// <summary>As a failing disk would: the bytes of one entry are something else.</summary>
    public void Corrupt(JournalKey key, long sequence, byte[] bytes)
    {
        lock (_lock) _journals[key].Entries[(int)sequence - 1] = bytes;
    }

    private sealed class Kept
    {
        public int Run;
        public long WriterEpoch;
        public long Epoch;
        public JournalSnapshot? Snapshot;

        public List<byte[]> Entries { get; } = [];
    }
}
