using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Threads;

/// <summary>A thread's state as the journal has it.</summary>
internal sealed record LoadedThread(ArticleThread Thread, long Epoch, long SnapshotSequence);

/// <summary>Snapshot and tail, or the whole journal when the snapshot is missing, not understood, or of another epoch.</summary>
internal static class ThreadLoader
{
    public const int Slice = 4096;

    public static async Task<LoadedThread> LoadAsync(IJournal journal, JournalKey key, CancellationToken cancellation)
    {
        while (true)
        {
            var snapshot = await journal.ReadSnapshotAsync(key, cancellation);
            var thread = snapshot is null ? null : ThreadSnapshotCodec.Decode(snapshot.Bytes);
            var slice = await journal.ReadAsync(key, thread?.Sequence ?? 0, Slice, cancellation);
            if (thread is not null && snapshot!.Epoch != slice.Epoch)
            {
                thread = null;
                slice = await journal.ReadAsync(key, 0, Slice, cancellation);
            }

            var from = thread?.Sequence ?? 0;
            thread ??= new ArticleThread();
            if (await ReplayAsync(journal, key, thread, slice, cancellation)) return new LoadedThread(thread, slice.Epoch, from);
        }
    }

    /// <summary>False when the journal began a new epoch meanwhile.</summary>
    private static async Task<bool> ReplayAsync(IJournal journal, JournalKey key, ArticleThread thread, JournalSlice slice, CancellationToken cancellation)
    {
        var epoch = slice.Epoch;
        while (slice.Epoch == epoch)
        {
            foreach (var entry in slice.Entries) thread.Apply(ThreadEventCodec.Decode(entry.Span));
            if (slice.Entries.Count < Slice) return true;
            slice = await journal.ReadAsync(key, slice.Through, Slice, cancellation);
        }

        return false;
    }
}
