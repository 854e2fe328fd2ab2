using Realtime.Discussion.Journal;
using Realtime.Testing.Journals;

namespace Realtime.Grains.Tests.Journals;

/// <summary>A journal in memory whose calls a test can fail, hold or count. Hooks get the name of the method.</summary>
internal sealed class InterceptedJournal : IJournal
{
    public InMemoryJournal Inner { get; } = new();

    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public Func<string, Task> After { get; set; } = _ => Task.CompletedTask;

    public List<string> Calls { get; } = [];

    public int Count(string method) => Calls.Count(call => call == method);

    public Task<OpenedJournal> OpenAsync(JournalKey key, CancellationToken cancellation) => CallAsync("open", () => Inner.OpenAsync(key, cancellation));

    public Task<OpenedJournal> ReopenAsync(JournalWriter writer, CancellationToken cancellation) => CallAsync("reopen", () => Inner.ReopenAsync(writer, cancellation));

    public Task<AppendResult> AppendAsync(JournalWriter writer, long head, IReadOnlyList<ReadOnlyMemory<byte>> entries, CancellationToken cancellation) =>
        CallAsync("append", () => Inner.AppendAsync(writer, head, entries, cancellation));

    public Task<JournalSlice> ReadAsync(JournalKey key, long after, int max, CancellationToken cancellation) =>
        CallAsync("read", () => Inner.ReadAsync(key, after, max, cancellation));

    public Task<IReadOnlyList<ReadOnlyMemory<byte>?>> ReadAtAsync(JournalKey key, IReadOnlyList<long> sequences, CancellationToken cancellation) =>
        CallAsync("readAt", () => Inner.ReadAtAsync(key, sequences, cancellation));

    public Task<bool> RewriteAsync(JournalWriter writer, long sequence, ReadOnlyMemory<byte> entry, CancellationToken cancellation) =>
        CallAsync("rewrite", () => Inner.RewriteAsync(writer, sequence, entry, cancellation));

    public Task<bool> DeleteAsync(JournalWriter writer, CancellationToken cancellation) => CallAsync("delete", () => Inner.DeleteAsync(writer, cancellation));

    public Task<JournalWriter?> RenewEpochAsync(JournalWriter writer, CancellationToken cancellation) =>
        CallAsync("renew", () => Inner.RenewEpochAsync(writer, cancellation));

    public Task<bool> SaveSnapshotAsync(JournalWriter writer, JournalSnapshot snapshot, CancellationToken cancellation) =>
        CallAsync("save", () => Inner.SaveSnapshotAsync(writer, snapshot, cancellation));

    public Task<JournalSnapshot?> ReadSnapshotAsync(JournalKey key, CancellationToken cancellation) =>
        CallAsync("snapshot", () => Inner.ReadSnapshotAsync(key, cancellation));

    /// <summary>The next call of the method fails: before it reached the store, or after.</summary>
    public void FailOnce(string method, Exception failure, bool after = false)
    {
        Func<string, Task> once = name =>
        {
            if (name != method) return Task.CompletedTask;
            (Before, After) = (_ => Task.CompletedTask, _ => Task.CompletedTask);
            return Task.FromException(failure);
        };
        if (after) After = once;
        else Before = once;
    }

    private async Task<T> CallAsync<T>(string method, Func<Task<T>> call)
    {
        Calls.Add(method);
        await Before(method);
        var answer = await call();
        await After(method);
        return answer;
    }
}
