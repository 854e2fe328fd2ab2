using Microsoft.Extensions.Logging;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;

namespace Realtime.Grains.Feeds;

/// <summary>A replica's way back when pushes are missing: it reads the journal, one reading at a time however many ask for it.</summary>
internal sealed class JournalReading(IFedCopy copy, IJournal journal, ILogger logger)
{
    private readonly Lock _lock = new();
    private Task<Reached> _running = Task.FromResult(Reached.End);
    private bool _again;
    private long _opening;

    /// <summary>Returns when everything that was in the journal at the time of the call is in the replica, or why it is not.</summary>
    public Task<Reached> ReadAsync(long opening)
    {
        lock (_lock)
        {
            _opening = Math.Max(_opening, opening);
            if (_running.IsCompleted) return _running = RunAsync();
            _again = true;
            return _running;
        }
    }

    private async Task<Reached> RunAsync()
    {
        // Leaves the caller, who holds the lock.
        await Task.Yield();
        AggregateMeters.Repaired();
        while (true)
        {
            var reached = await TryCatchUpAsync();
            lock (_lock)
            {
                if (!_again || reached != Reached.End) return Ended(reached);
                _again = false;
            }
        }
    }

    private Reached Ended(Reached reached)
    {
        _again = false;
        _running = Task.FromResult(reached);
        return reached;
    }

    private async Task<Reached> TryCatchUpAsync()
    {
        try
        {
            var opening = Volatile.Read(ref _opening);
            Reached? reached = null;
            while (reached is null) reached = await StepAsync();
            // Of a journal that is not there, any more or yet, no opening is known.
            if (reached == Reached.End && copy.Position == default) Volatile.Write(ref _opening, 0);
            else if (reached == Reached.End) copy.Confirm(opening);
            return reached.Value;
        }
        catch (Exception e)
        {
            logger.RepairFailed(copy.Key.Value, e.Message);
            return Reached.Nothing;
        }
    }

    /// <summary>
    /// The reading begins with the entry that the replica has last: if the store has lost that and got another in its place, this is the only sign. Null when
    /// there is more to read.
    /// </summary>
    private async Task<Reached?> StepAsync()
    {
        var at = copy.Position;
        logger.Repairing(copy.Key.Value, at.Sequence);
        var slice = await journal.ReadAsync(copy.Key, Math.Max(at.Sequence - 1, 0), AggregateLoader.Slice, CancellationToken.None);
        if (slice.Epoch == at.Epoch && at.Sequence > 0 && !IsOurs(at, slice)) return Reached.Astray;
        copy.TakeIn(slice.Epoch, slice.After, slice.Entries);
        if (slice.Epoch > copy.Position.Epoch || copy.IsOutdated || copy.IsDeletedAt(slice.Epoch)) await copy.StartAfreshAsync();
        return slice.Entries.Count < AggregateLoader.Slice ? Reached.End : null;
    }

    private bool IsOurs(ThreadPosition at, JournalSlice slice)
    {
        // Behind the replica: the thread finds that out by itself when it is told the replica's position.
        if (slice.Entries.Count == 0) return false;
        if (copy.Recognizes(at, slice.Entries[0])) return true;
        logger.HistoryLost(copy.Key.Value, at.Sequence);
        return false;
    }
}

/// <summary>How far a reading of the journal has brought a copy.</summary>
internal enum Reached
{
    /// <summary>All that was in the journal.</summary>
    End,

    /// <summary>The journal is not the one that the copy is of.</summary>
    Astray,

    /// <summary>The journal did not answer: nothing is known of it.</summary>
    Nothing,
}
