using Realtime.Discussion.Journal;

namespace Realtime.Grains.Tests.Simulation;

/// <summary>The store as one process reaches it. Once the process is dead it learns nothing any more, although what it had sent may still arrive.</summary>
internal sealed class SimulatedStore(IJournal store, SimulatedWire wire) : IJournal
{
    public bool IsDead { get; set; }

    public Task<OpenedJournal> OpenAsync(JournalKey key, CancellationToken cancellation) =>
        AskAsync(() => store.OpenAsync(key, cancellation), writes: true);

    public Task<OpenedJournal> ReopenAsync(JournalWriter writer, CancellationToken cancellation) =>
        AskAsync(() => store.ReopenAsync(writer, cancellation), writes: true);

    public Task<AppendResult> AppendAsync(JournalWriter writer, long head, IReadOnlyList<ReadOnlyMemory<byte>> entries, CancellationToken cancellation) =>
        AskAsync(() => store.AppendAsync(writer, head, entries, cancellation), writes: true);

    public Task<JournalSlice> ReadAsync(JournalKey key, long after, int max, CancellationToken cancellation) =>
        AskAsync(() => store.ReadAsync(key, after, max, cancellation), writes: false);

    public Task<IReadOnlyList<ReadOnlyMemory<byte>?>> ReadAtAsync(JournalKey key, IReadOnlyList<long> sequences, CancellationToken cancellation) =>
        AskAsync(() => store.ReadAtAsync(key, sequences, cancellation), writes: false);

    public Task<bool> RewriteAsync(JournalWriter writer, long sequence, ReadOnlyMemory<byte> entry, CancellationToken cancellation) =>
        AskAsync(() => store.RewriteAsync(writer, sequence, entry, cancellation), writes: true);

    public Task<bool> DeleteAsync(JournalWriter writer, CancellationToken cancellation) => AskAsync(() => store.DeleteAsync(writer, cancellation), writes: true);

    public Task<JournalWriter?> RenewEpochAsync(JournalWriter writer, CancellationToken cancellation) =>
        AskAsync(() => store.RenewEpochAsync(writer, cancellation), writes: true);

    public Task<bool> SaveSnapshotAsync(JournalWriter writer, JournalSnapshot snapshot, CancellationToken cancellation) =>
        AskAsync(() => store.SaveSnapshotAsync(writer, snapshot, cancellation), writes: true);

    public Task<JournalSnapshot?> ReadSnapshotAsync(JournalKey key, CancellationToken cancellation) =>
        AskAsync(() => store.ReadSnapshotAsync(key, cancellation), writes: false);

    private async Task<T> AskAsync<T>(Func<Task<T>> ask, bool writes)
    {
        var answer = await wire.AskStoreAsync(ask, writes);
        return IsDead ? await new TaskCompletionSource<T>().Task : answer;
    }
}
