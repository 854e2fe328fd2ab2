using Microsoft.Extensions.Logging;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Grains.Threads;

namespace Realtime.Grains.Replicas;

/// <summary>A replica's way back when pushes are missing: it reads the journal, one reading at a time however many ask for it.</summary>
internal sealed class JournalReading(ThreadReplica replica, IJournal journal, ILogger logger)
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
        ThreadMeters.Repaired();
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
            bool? ended = false;
            while (ended is false) ended = await StepAsync();
            if (ended is true) replica.Confirm(opening);
            return ended is true;
        }
        catch (Exception e)
        {
            logger.RepairFailed(replica.Key.ToString(), e.Message);
            return false;
        }
    }

    /// <summary>
    /// True when the end of the journal has been reached, null when the journal is not the one that the replica is of. The reading begins with the
    /// entry that the replica has last: if the store has lost that and got another in its place, this is the only sign.
    /// </summary>
    private async Task<bool?> StepAsync()
    {
        var at = replica.Position;
        logger.Repairing(replica.Key.ToString(), at.Sequence);
        var slice = await journal.ReadAsync(replica.Key.Journal, Math.Max(at.Sequence - 1, 0), ThreadLoader.Slice, CancellationToken.None);
        if (slice.Epoch == at.Epoch && at.Sequence > 0 && !IsOurs(at, slice)) return null;
        replica.TakeIn(slice.Epoch, slice.After, slice.Entries);
        if (slice.Epoch > replica.Position.Epoch) await StartAfreshAsync();
        return slice.Entries.Count < ThreadLoader.Slice;
    }

    private bool IsOurs(ThreadPosition at, JournalSlice slice)
    {
        // Behind the replica: the thread finds that out by itself when it is told the replica's position.
        if (slice.Entries.Count == 0) return false;
        if (replica.Recognizes(at, slice.Entries[0])) return true;
        logger.HistoryLost(replica.Key.ToString(), at.Sequence);
        return false;
    }

    private async Task StartAfreshAsync()
    {
        var loaded = await ThreadLoader.LoadAsync(journal, replica.Key.Journal, CancellationToken.None);
        if (replica.Replace(loaded)) logger.ReplicaReset(replica.Key.ToString(), loaded.Epoch);
    }
}
