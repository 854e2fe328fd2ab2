using System.Buffers.Binary;
using Realtime.Discussion.Journal;
using Realtime.Redis.Journals;
using Realtime.Redis.Stores;
using Realtime.Redis.Tests.Processes;

namespace Realtime.Redis.Tests.Journals;

/// <summary>
/// Several writers append batches to their journals while the store is killed at a moment the seed decides; then the store starts again, and every
/// journal must hold what was acknowledged, and of the batch in flight all or nothing. A store that <paramref name="forgets"/> may lack the last
/// batches, but only whole ones, and only from the end.
/// </summary>
internal sealed class KillRounds(IKillableStore store, int seed, bool forgets)
{
    private readonly Random _random = new(seed);
    private readonly List<KilledJournal> _journals =
        [.. Enumerable.Range(0, 4).Select(i => new KilledJournal(new JournalKey($"gazette/{i}"), seed + i, forgets))];

    public async Task RunAsync(int rounds)
    {
        for (var round = 0; round <= rounds; round++)
        {
            var options = await store.StartAsync() with { Prefix = "killed" };
            var connection = await StoreConnection.OpenAsync(options.Redis, options, admin: false, TimeProvider.System, CancellationToken.None);
            await using var multiplexer = connection.Multiplexer;
            var journal = new RedisJournal(multiplexer, new RedisKeys(options.Prefix), TimeProvider.System);
            foreach (var killed in _journals) await killed.VerifyAsync(journal);
            if (round < rounds) await WriteUntilKilledAsync(journal);
        }
    }

    private async Task WriteUntilKilledAsync(IJournal journal)
    {
        var remaining = _random.Next(1, 120);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = _journals.Select(killed => killed.WriteAsync(journal, () => Count(ref remaining, reached))).ToList();
        await Task.WhenAny(reached.Task, Task.WhenAll(writing));
        await store.KillAsync();
        await Task.WhenAll(writing);
        Assert.True(reached.Task.IsCompleted, "The writers stopped before the store was killed.");
    }

    private static void Count(ref int remaining, TaskCompletionSource reached)
    {
        if (Interlocked.Decrement(ref remaining) <= 0) reached.TrySetResult();
    }
}

/// <summary>One journal and what was acknowledged of it. Every entry says which place it is meant for.</summary>
internal sealed class KilledJournal(JournalKey key, int seed, bool forgets)
{
    private readonly Random _random = new(seed);
    private readonly List<long> _batchEnds = [0];
    private int _inFlight;
    private long _snapshot;

    public long Acknowledged { get; private set; }

    public async Task WriteAsync(IJournal journal, Action acknowledged)
    {
        try
        {
            var (writer, head) = await journal.OpenAsync(key, CancellationToken.None);
            Assert.Equal(Acknowledged, head);
            while (true)
            {
                await AppendAsync(journal, writer);
                acknowledged();
                if (_random.Next(40) == 0) await KeepSnapshotAsync(journal, writer);
            }
        }
        catch (JournalUnavailableException)
        {
            // The store was killed, as it should be.
        }
    }

    public async Task VerifyAsync(IJournal journal)
    {
        var entries = (await journal.ReadAsync(key, 0, int.MaxValue, CancellationToken.None)).Entries;
        long[] possible = forgets ? [.. _batchEnds, Acknowledged + _inFlight] : [Acknowledged, Acknowledged + _inFlight];
        Assert.True(possible.Contains(entries.Count), $"{key}: {entries.Count} entries, acknowledged {Acknowledged}, in flight {_inFlight}.");
        for (var i = 0; i < entries.Count; i++) Assert.Equal(i + 1, BinaryPrimitives.ReadInt64LittleEndian(entries[i].Span));
        (Acknowledged, _inFlight) = (entries.Count, 0);
        _batchEnds.RemoveAll(end => end >= Acknowledged);
        _batchEnds.Add(Acknowledged);
        await VerifySnapshotAsync(journal);
    }

    private async Task AppendAsync(IJournal journal, JournalWriter writer)
    {
        _inFlight = Math.Min(_random.Next(1, 60), JournalSegments.RoomBehind(Acknowledged));
        var entries = Enumerable.Range(1, _inFlight).Select(i => Entry(Acknowledged + i)).ToList();
        Assert.Equal(AppendResult.Appended, await journal.AppendAsync(writer, Acknowledged, entries, CancellationToken.None));
        (Acknowledged, _inFlight) = (Acknowledged + _inFlight, 0);
        _batchEnds.Add(Acknowledged);
    }

    private async Task KeepSnapshotAsync(IJournal journal, JournalWriter writer)
    {
        var bytes = Enumerable.Repeat((byte)Acknowledged, _random.Next(1, 1_000_000)).ToArray();
        Assert.True(await journal.SaveSnapshotAsync(writer, new JournalSnapshot(writer.Epoch, Acknowledged, bytes), CancellationToken.None));
        _snapshot = Acknowledged;
    }

    private async Task VerifySnapshotAsync(IJournal journal)
    {
        var kept = await journal.ReadSnapshotAsync(key, CancellationToken.None);
        Assert.True(forgets || (kept?.Sequence ?? 0) >= _snapshot, $"{key}: the snapshot of {_snapshot} is gone.");
        if (kept is not null) Assert.Equal(-1, kept.Bytes.Span.IndexOfAnyExcept((byte)kept.Sequence));
    }

    private ReadOnlyMemory<byte> Entry(long sequence)
    {
        var bytes = new byte[8 + _random.Next(400)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, sequence);
        return bytes;
    }
}
