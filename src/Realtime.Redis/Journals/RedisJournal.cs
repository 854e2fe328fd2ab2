using System.Globalization;
using Realtime.Discussion.Journal;
using StackExchange.Redis;

namespace Realtime.Redis.Journals;

/// <summary>
/// Journals in Redis, Valkey or Garnet: a hash that says who writes, and lists of entries (<see cref="RedisKeys"/>). Whatever must be decided
/// and written together is one script with one write. The connection must refuse commands while it is broken instead of keeping them for later
/// (<c>BacklogPolicy.FailFast</c>): an append sent after its caller has given up would be one that nobody decided.
/// </summary>
public sealed class RedisJournal : IJournal
{
    private static readonly RedisValue FullSegment = JournalSegments.Length;

    private readonly IDatabase _database;
    private readonly RedisKeys _keys;
    private readonly RedisEntries _entries;
    private readonly RedisSnapshots _snapshots;
    private readonly TimeProvider _time;
    private readonly bool _mayForget;

    /// <param name="connection">To the store.</param>
    /// <param name="keys">Its keys.</param>
    /// <param name="time">For epochs.</param>
    /// <param name="mayForget">Whether a restart of the store may cost it entries that it acknowledged.</param>
    public RedisJournal(IConnectionMultiplexer connection, RedisKeys keys, TimeProvider time, bool mayForget = false)
    {
        (_database, _keys, _time, _mayForget) = (connection.GetDatabase(), keys, time, mayForget);
        _entries = new RedisEntries(_database, keys);
        _snapshots = new RedisSnapshots(_database, keys);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Both epochs come from the clock, and are raised by one where the clock is behind. So a store that was wiped, or lost the raise in a
    /// crash, does not hand out again what an old reader's position or a writer from before still carries.
    /// </remarks>
    public Task<OpenedJournal> OpenAsync(JournalKey key, CancellationToken cancellation) =>
        WriteAsync(OpenAsync, new JournalWriter(key, 0, 0), cancellation);

    public Task<OpenedJournal> ReopenAsync(JournalWriter writer, CancellationToken cancellation) => WriteAsync(OpenAsync, writer, cancellation);

    public async Task<AppendResult> AppendAsync(
        JournalWriter writer, long head, IReadOnlyList<ReadOnlyMemory<byte>> entries, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.Count, JournalSegments.RoomBehind(head));
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var answer = await RedisScript.Append.RunAsync(_database, KeysOf(writer.Key, head + 1), Arguments(writer, head, entries));
            return (string?)answer switch
            {
                "appended" => AppendResult.Appended,
                "fenced" => AppendResult.Fenced,
                _ => AppendResult.HeadMoved,
            };
        }
        catch (Exception e) when (RedisFailure.Is(e))
        {
            throw RedisFailure.Of(e, wrote: true);
        }
    }

    public Task<JournalSlice> ReadAsync(JournalKey key, long after, int max, CancellationToken cancellation) =>
        ReadAsync(_entries.ReadAsync(key, after, max), cancellation);

    public Task<IReadOnlyList<ReadOnlyMemory<byte>?>> ReadAtAsync(JournalKey key, IReadOnlyList<long> sequences, CancellationToken cancellation) =>
        ReadAsync(_entries.ReadAtAsync(key, sequences), cancellation);

    public Task<bool> RewriteAsync(JournalWriter writer, long sequence, ReadOnlyMemory<byte> entry, CancellationToken cancellation) =>
        WriteAsync(async bytes => (int)await RedisScript.Rewrite.RunAsync(
            _database,
            [_keys.Meta(writer.Key), _keys.Segment(writer.Key, JournalSegments.Of(sequence))],
            [writer.WriterEpoch, JournalSegments.IndexOf(sequence), bytes]) == 1, entry, cancellation);

    public Task<bool> DeleteAsync(JournalWriter writer, CancellationToken cancellation) => WriteAsync(DeleteAsync, writer, cancellation);

    public Task<JournalWriter?> RenewEpochAsync(JournalWriter writer, CancellationToken cancellation) => WriteAsync(RenewAsync, writer, cancellation);

    public Task<bool> SaveSnapshotAsync(JournalWriter writer, JournalSnapshot snapshot, CancellationToken cancellation) =>
        WriteAsync(kept => _snapshots.SaveAsync(writer, kept), snapshot, cancellation);

    public Task<JournalSnapshot?> ReadSnapshotAsync(JournalKey key, CancellationToken cancellation) =>
        ReadAsync(_snapshots.ReadAsync(key), cancellation);

    private async Task<OpenedJournal> OpenAsync(JournalWriter held)
    {
        var key = held.Key;
        RedisValue[] arguments = [Microseconds(), Milliseconds(), _mayForget ? 1 : 0, held.WriterEpoch];
        var opened = (RedisResult[])(await RedisScript.Open.RunAsync(_database, [_keys.Meta(key)], arguments))!;
        _snapshots.Discard(key, SnapshotManifest.Parse((string?)opened[4]));
        var hint = SnapshotManifest.Parse((string?)opened[3])?.Sequence ?? 0;
        var head = await JournalHead.FindAsync(_database, _keys, key, hint);
        return new OpenedJournal(new JournalWriter(key, Number(opened[0]), Number(opened[1])), head, (int)opened[2] == 1);
    }

    private async Task<JournalWriter?> RenewAsync(JournalWriter writer)
    {
        var renewed = await RedisScript.Renew.RunAsync(_database, [_keys.Meta(writer.Key)], [writer.WriterEpoch, Milliseconds()]);
        return renewed.IsNull ? null : writer with { Epoch = Number(renewed) };
    }

    /// <summary>Which keys there are only the writer changes: if that is not this one any more, the script deletes none of them.</summary>
    private async Task<bool> DeleteAsync(JournalWriter writer)
    {
        var head = await JournalHead.FindAsync(_database, _keys, writer.Key, hint: 0);
        var segments = Enumerable.Range(0, head == 0 ? 0 : (int)JournalSegments.Of(head) + 1).Reverse().Select(segment => _keys.Segment(writer.Key, segment));
        RedisKey[] all = [.. segments, .. await _snapshots.PartsAsync(writer.Key), _keys.Meta(writer.Key)];
        return (int)await RedisScript.Delete.RunAsync(_database, all, [writer.WriterEpoch]) == 1;
    }

    /// <summary>A segment's first entry needs the segment before it full: after a loss of entries there would be a hole otherwise.</summary>
    private RedisKey[] KeysOf(JournalKey key, long sequence)
    {
        var segment = JournalSegments.Of(sequence);
        return JournalSegments.IndexOf(sequence) > 0 || segment == 0
            ? [_keys.Meta(key), _keys.Segment(key, segment)]
            : [_keys.Meta(key), _keys.Segment(key, segment), _keys.Segment(key, segment - 1)];
    }

    private static RedisValue[] Arguments(JournalWriter writer, long head, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        var arguments = new RedisValue[3 + entries.Count];
        (arguments[0], arguments[1], arguments[2]) = (writer.WriterEpoch, JournalSegments.IndexOf(head + 1), FullSegment);
        for (var i = 0; i < entries.Count; i++) arguments[3 + i] = entries[i];
        return arguments;
    }

    private static async Task<T> ReadAsync<T>(Task<T> answer, CancellationToken cancellation)
    {
        try
        {
            return await answer.WaitAsync(cancellation);
        }
        catch (Exception e) when (RedisFailure.Is(e) && !cancellation.IsCancellationRequested)
        {
            throw RedisFailure.Of(e, wrote: false);
        }
    }

    /// <summary>Once begun, a write is waited for: whether it happened matters more than how soon that is known, and commands time out anyway.</summary>
    private static async Task<TResult> WriteAsync<T, TResult>(Func<T, Task<TResult>> write, T argument, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await write(argument);
        }
        catch (Exception e) when (RedisFailure.Is(e))
        {
            throw RedisFailure.Of(e, wrote: true);
        }
    }

    private long Milliseconds() => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private long Microseconds() => (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static long Number(RedisResult result) => long.Parse((string)result!, NumberStyles.None, CultureInfo.InvariantCulture);
}
