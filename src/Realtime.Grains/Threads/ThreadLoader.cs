using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Threads;

/// <summary>A thread's state as the journal has it, and the last entry if it is not from the snapshot.</summary>
internal sealed record LoadedThread(ArticleThread Thread, long Epoch, long SnapshotSequence, ReadOnlyMemory<byte>? LastEntry = null);

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
            if (await ReplayAsync(journal, key, thread, slice, cancellation) is { } last)
                return new LoadedThread(thread, slice.Epoch, from, last.Entries.Count > 0 ? last.Entries[^1] : null);
        }
    }

    /// <summary>The last slice; null when the journal began a new epoch meanwhile.</summary>
    private static async Task<JournalSlice?> ReplayAsync(
        IJournal journal, JournalKey key, ArticleThread thread, JournalSlice slice, CancellationToken cancellation)
    {
        var epoch = slice.Epoch;
        while (slice.Epoch == epoch)
        {
            foreach (var entry in slice.Entries) thread.Apply(ThreadEventCodec.Decode(entry.Span));
            if (slice.Entries.Count < Slice) return slice;
            slice = await journal.ReadAsync(key, slice.Through, Slice, cancellation);
        }

        return null;
    }
}
