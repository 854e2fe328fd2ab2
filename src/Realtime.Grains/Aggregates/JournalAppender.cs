using Microsoft.Extensions.Logging;
using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Journal;

namespace Realtime.Grains.Aggregates;

/// <summary>The journal has another writer, or does not hold what this writer put there.</summary>
internal sealed class JournalLostException(string message) : Exception(message);

/// <summary>
/// A writer's hold on its journal: it knows where the journal ends, and finds out what became of an append whose answer is missing. It never
/// repeats one blindly: opening the journal again raises the writer epoch, which keeps a delayed append from landing; then reading tells.
/// </summary>
internal sealed class JournalAppender(IJournal journal, JournalKey key, WriterOptions options, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromMilliseconds(100);

    private JournalWriter _writer = new(key, 0, 0);
    private long _snapshotAt;
    private Task _snapshot = Task.CompletedTask;

    public JournalKey Key => key;

    public long Epoch => _writer.Epoch;

    /// <summary>Whether there is a journal to append to: one that may be deleted is not made before its first entry.</summary>
    public bool IsOpen => _writer.WriterEpoch > 0;

    /// <summary>Which of the journal's openings this one is.</summary>
    public long Opening => _writer.WriterEpoch;

    public long Head { get; private set; }

    public async Task<TState> OpenAsync<TState, TCommand, TEvent>(IAggregate<TState, TCommand, TEvent> kind, CancellationToken cancellation)
        where TState : class
        where TEvent : JournalEvent
    {
        if (kind.MayBeDeleted && !await IsThereAsync()) return kind.Begin();
        var opened = await journal.OpenAsync(key, cancellation);
        if (opened.BeganEpoch) TellOfRestart(opened);
        var loaded = await kind.LoadAsync(journal, key, cancellation);
        (_writer, Head, _snapshotAt) = (opened.Writer, opened.Head, loaded.SnapshotSequence);
        if (loaded.Sequence > Head)
        {
            // The snapshot tells of more than the journal holds: entries that readers may have seen are gone. The journal is right from now on.
            await RenewEpochAsync();
            loaded = await kind.LoadAsync(journal, key, cancellation);
            _snapshotAt = 0;
        }

        return loaded.Sequence == Head ? loaded.State : throw Fenced();
    }

    /// <summary>Whether the journal exists, made by whomever.</summary>
    public async Task<bool> IsThereAsync() => IsOpen || (await journal.ReadAsync(key, after: 0, max: 1, CancellationToken.None)).Epoch > 0;

    /// <summary>Makes the journal that was not there.</summary>
    /// <exception cref="JournalLostException">Somebody else has, and has appended to it.</exception>
    public async Task BeginAsync()
    {
        var opened = await journal.OpenAsync(key, CancellationToken.None);
        if (opened.Head > 0) throw Fenced();
        _writer = opened.Writer;
    }

    /// <summary>Deletes the journal: there is none to append to any more until it is begun again.</summary>
    /// <exception cref="JournalLostException">The journal has another writer.</exception>
    public async Task DeleteAsync()
    {
        if (!IsOpen) return;
        while (!_snapshot.IsCompleted) await _snapshot;
        if (!await journal.DeleteAsync(_writer, CancellationToken.None)) throw Fenced();
        (_writer, Head, _snapshotAt) = (new JournalWriter(key, 0, 0), 0, 0);
    }

    /// <summary>Returns when all entries are in the journal.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be known in time whether they are.</exception>
    /// <exception cref="JournalLostException">They are not, and never will be.</exception>
    public async Task AppendAsync(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        var deadline = time.GetUtcNow() + options.ResolveWithin;
        var started = time.GetTimestamp();
        while (true)
        {
            var result = await TryAppendAsync(entries, deadline);
            if (result == AppendResult.Fenced) throw Fenced();
            if (result == AppendResult.Appended || await FindAsync(entries, deadline)) break;
            if (time.GetUtcNow() >= deadline) throw new JournalUnavailableException("The store does not take the entries.", outcomeUnknown: false);
        }

        Head += entries.Count;
        AggregateMeters.Appended(entries.Count, time.GetElapsedTime(started));
    }

    /// <summary>Begins a new epoch in which nothing is lost, but something stands otherwise than before: copies start afresh.</summary>
    public async Task BeginEpochAsync() => _writer = await journal.RenewEpochAsync(_writer, CancellationToken.None) ?? throw Fenced();

    /// <summary>Every reader will start afresh: their positions are of the old epoch, and what they have seen may be gone.</summary>
    public async Task RenewEpochAsync()
    {
        await BeginEpochAsync();
        AggregateMeters.EpochRenewed();
        logger.EpochRenewed(key.Value, _writer.Epoch, Head);
    }

    /// <summary>Keeps a snapshot in the background when enough has been appended since the last; a failure costs only time at the next opening.</summary>
    public void KeepSnapshotWhenDue<TState, TCommand, TEvent>(IAggregate<TState, TCommand, TEvent> kind, TState state)
        where TState : class
        where TEvent : JournalEvent
    {
        if (Head - _snapshotAt < Math.Max(options.SnapshotEvery, kind.WeightOf(state)) || !_snapshot.IsCompleted) return;
        _snapshotAt = Head;
        _snapshot = SaveAsync(() => kind.ToSnapshot(state));
    }

    /// <summary>Puts another entry in the place of one that is in the journal.</summary>
    /// <exception cref="JournalLostException">The journal has another writer.</exception>
    public async Task RewriteAsync(long sequence, ReadOnlyMemory<byte> entry)
    {
        for (var writer = _writer; !await journal.RewriteAsync(writer, sequence, entry, CancellationToken.None); writer = _writer)
            if (writer == _writer)
                throw Fenced();
    }

    /// <summary>Keeps a snapshot now; afterwards none from before is left, nor comes late.</summary>
    /// <exception cref="JournalLostException">The journal has another writer.</exception>
    public async Task KeepSnapshotAsync(JournalSnapshot snapshot)
    {
        while (!_snapshot.IsCompleted) await _snapshot;
        if (!await journal.SaveSnapshotAsync(_writer, snapshot, CancellationToken.None)) throw Fenced();
        _snapshotAt = snapshot.Sequence;
    }

    /// <summary>Null when the outcome is unknown. What was never sent is sent again until the deadline: a short outage of the store is only a delay.</summary>
    private async Task<AppendResult?> TryAppendAsync(IReadOnlyList<ReadOnlyMemory<byte>> entries, DateTimeOffset deadline)
    {
        while (true)
        {
            try
            {
                return await journal.AppendAsync(_writer, Head, entries, CancellationToken.None);
            }
            catch (JournalUnavailableException e) when (e.OutcomeUnknown)
            {
                logger.OutcomeUnknown(key.Value, Head, entries.Count, e.Message);
                return null;
            }
            catch (JournalUnavailableException) when (time.GetUtcNow() < deadline)
            {
                await Task.Delay(BeforeRetry, time);
            }
        }
    }

    /// <summary>True when the entries turn out to be in the journal, false when they are not and may be appended again.</summary>
    private async Task<bool> FindAsync(IReadOnlyList<ReadOnlyMemory<byte>> entries, DateTimeOffset deadline)
    {
        var opened = await ReopenAsync(deadline);
        var known = _writer.Epoch;
        _writer = opened.Writer;
        if (opened.Writer.Epoch != known) throw Fenced();
        if (opened.Head < Head) await GiveUpLostAsync(opened.Head);
        if (opened.Head == Head) return false;
        var slice = await journal.ReadAsync(key, Head, entries.Count + 1, CancellationToken.None);
        var found = slice.Entries.Count == entries.Count && slice.Entries.Zip(entries).All(pair => pair.First.Span.SequenceEqual(pair.Second.Span));
        return found ? true : throw Fenced();
    }

    /// <summary>The journal ends before what it acknowledged. Its next entries would take the place of ones that readers have seen: it needs a new epoch first.</summary>
    private async Task GiveUpLostAsync(long head)
    {
        Head = head;
        await RenewEpochAsync();
        throw new JournalLostException("The journal has lost entries.");
    }

    private async Task<OpenedJournal> ReopenAsync(DateTimeOffset deadline)
    {
        while (true)
        {
            try
            {
                return await journal.ReopenAsync(_writer, CancellationToken.None);
            }
            catch (JournalUnavailableException) when (time.GetUtcNow() < deadline)
            {
                await Task.Delay(BeforeRetry, time);
            }
        }
    }

    /// <summary>The state is read before the first wait: afterwards the next batch changes it.</summary>
    private async Task SaveAsync(Func<ReadOnlyMemory<byte>> encode)
    {
        var at = Head;
        try
        {
            await journal.SaveSnapshotAsync(_writer, new JournalSnapshot(_writer.Epoch, at, encode()), CancellationToken.None);
        }
        catch (Exception e)
        {
            logger.SnapshotFailed(key.Value, at, e.Message);
        }
    }

    private void TellOfRestart(OpenedJournal opened)
    {
        AggregateMeters.EpochRenewed();
        logger.StoreRestarted(key.Value, opened.Writer.Epoch, opened.Head);
    }

    private static JournalLostException Fenced()
    {
        AggregateMeters.Fenced();
        return new JournalLostException("Another writer has opened the journal.");
    }
}
