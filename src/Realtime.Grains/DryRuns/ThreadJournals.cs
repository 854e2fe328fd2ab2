using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.DryRuns;

/// <summary>Threads read straight from their journals.</summary>
public static class ThreadJournals
{
    private const int Slice = 4_096;

    /// <summary>Gives every event behind a sequence, in order; returns the journal's epoch.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be read.</exception>
    public static async Task<long> ReadAsync(IJournal journal, ThreadKey thread, long after, Action<ThreadEvent> take, CancellationToken cancellation)
    {
        while (true)
        {
            var slice = await journal.ReadAsync(thread.Journal, after, Slice, cancellation);
            foreach (var entry in slice.Entries) take(ThreadEventCodec.Decode(entry.Span));
            if (slice.Entries.Count < Slice) return slice.Epoch;
            after = slice.Through;
        }
    }
}
