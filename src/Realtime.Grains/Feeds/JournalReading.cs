using Microsoft.Extensions.Logging;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;

namespace Realtime.Grains.Feeds;

/// <summary>A replica's way back when pushes are missing: it reads the journal, one reading at a time however many ask for it.</summary>
internal sealed class JournalReading(IFedCopy copy, IJournal journal, ILogger logger)
{
    private readonly Lock _lock = new();
    private Task<bool> _running = Task.FromResult(true);
    private bool _again;
    private long _opening;

    /// <summary>Returns when everything that was in the journal at the time of the call is in the replica; false when that failed.</summary>
    public Task<bool> ReadAsync(long opening)
    {
        lock (_lock)
        {
            _opening = Math.Max(_opening, opening);
            if (_running.IsCompleted) return _running = RunAsync();
            _again = true;
            return _running;
        }
    }

    private async Task<bool> RunAsync()
    {
        // Leaves the caller, who holds the lock.
        await Task.Yield();
        AggregateMeters.Repaired();
        while (true)
        {
            var success = await TryCatchUpAsync();
            lock (_lock)
            {
                if (!_again || !success) return Ended(success);
                _again = false;
            }
        }
    }

    private bool Ended(bool success)
    {
        _again = false;
        _running = Task.FromResult(success);
        return success;
    }

    private async Task<bool> TryCatchUpAsync()
    {
        try
        {
            var opening = Volatile.Read(ref _opening);
            var step = Step.Forward;
            while (step == Step.Forward) step = await StepAsync();
            // Of a journal that is not there, any more or yet, no opening is known.
            if (step == Step.AtEnd && copy.Position == default) Volatile.Write(ref _opening, 0);
            else if (step == Step.AtEnd) copy.Confirm(opening);
            return step == Step.AtEnd;
        }
        catch (Exception e)
        {
            logger.RepairFailed(copy.Key.Value, e.Message);
            return false;
        }
    }

    /// <summary>
    /// The reading begins with the entry that the replica has last: if the store has lost that and got another in its place, this is the only sign.
    /// </summary>
    private async Task<Step> StepAsync()
    {
        var at = copy.Position;
        logger.Repairing(copy.Key.Value, at.Sequence);
        var slice = await journal.ReadAsync(copy.Key, Math.Max(at.Sequence - 1, 0), AggregateLoader.Slice, CancellationToken.None);
        if (slice.Epoch == at.Epoch && at.Sequence > 0 && !IsOurs(at, slice)) return Step.Astray;
        copy.TakeIn(slice.Epoch, slice.After, slice.Entries);
        if (slice.Epoch > copy.Position.Epoch || copy.IsOutdated || copy.IsDeletedAt(slice.Epoch)) await copy.StartAfreshAsync();
        return slice.Entries.Count < AggregateLoader.Slice ? Step.AtEnd : Step.Forward;
    }

    private bool IsOurs(ThreadPosition at, JournalSlice slice)
    {
        // Behind the replica: the thread finds that out by itself when it is told the replica's position.
        if (slice.Entries.Count == 0) return false;
        if (copy.Recognizes(at, slice.Entries[0])) return true;
        logger.HistoryLost(copy.Key.Value, at.Sequence);
        return false;
    }

    private enum Step
    {
        Forward,

        AtEnd,

        /// <summary>The journal is not the one that the replica is of.</summary>
        Astray,
    }
}
