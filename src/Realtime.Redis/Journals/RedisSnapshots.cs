using System.Globalization;
using Realtime.Discussion.Journal;
using StackExchange.Redis;

namespace Realtime.Redis.Journals;

/// <summary>
/// Keeps a journal's snapshot. Its parts are written first, under an id that no other writer uses; then one fenced write makes them the
/// snapshot. <c>discard</c> names parts that are of no use (any more): before the first part is written the new ones, afterwards the ones
/// replaced; whoever opens the journal next removes them, so that a crash in between leaves nothing behind for long.
/// </summary>
internal sealed class RedisSnapshots(IDatabase database, RedisKeys keys)
{
    private const int PartBytes = 512 * 1024;
    private long _saves;

    public async Task<bool> SaveAsync(JournalWriter writer, JournalSnapshot snapshot)
    {
        var manifest = Describe(writer, snapshot);
        if (await MarkAsync(writer, ["discard", manifest.ToString()]) is not { } before) return false;
        await Task.WhenAll(Enumerable.Range(0, manifest.Parts).Select(part => WritePartAsync(writer.Key, manifest, snapshot.Bytes, part)));
        var kept = await MarkAsync(writer, ["snapshot", manifest.ToString(), "discard", before]) is not null;
        Discard(writer.Key, SnapshotManifest.Parse(kept ? before : manifest.ToString()));
        return kept;
    }

    /// <summary>Null when there is none, or when a part of it is missing for another reason than that a newer one took its place.</summary>
    public async Task<JournalSnapshot?> ReadAsync(JournalKey journal)
    {
        string? missing = null;
        while (true)
        {
            var text = (string?)await database.HashGetAsync(keys.Meta(journal), "snapshot");
            if (SnapshotManifest.Parse(text) is not { } manifest || text == missing) return null;
            if (await ReadPartsAsync(journal, manifest) is { } bytes) return new JournalSnapshot(manifest.Epoch, manifest.Sequence, bytes);
            missing = text;
        }
    }

    /// <summary>The keys of all parts that there may be: of the snapshot, and of one that was not finished or has been replaced.</summary>
    public async Task<IEnumerable<RedisKey>> PartsAsync(JournalKey journal)
    {
        var manifests = await database.HashGetAsync(keys.Meta(journal), ["snapshot", "discard"]);
        return manifests.Select(text => SnapshotManifest.Parse((string?)text)).OfType<SnapshotManifest>().SelectMany(manifest => PartsOf(journal, manifest)).Distinct();
    }

    public void Discard(JournalKey journal, SnapshotManifest? manifest)
    {
        if (manifest is null || manifest.Parts == 0) return;
        database.KeyDelete([.. PartsOf(journal, manifest)], CommandFlags.FireAndForget);
    }

    private IEnumerable<RedisKey> PartsOf(JournalKey journal, SnapshotManifest manifest) =>
        Enumerable.Range(0, manifest.Parts).Select(part => keys.SnapshotPart(journal, manifest.Id, part));

    /// <summary>A writer epoch is handed out once, a count is used for one save: together they are used once.</summary>
    private SnapshotManifest Describe(JournalWriter writer, JournalSnapshot snapshot)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{writer.WriterEpoch}-{Interlocked.Increment(ref _saves)}");
        var parts = (snapshot.Bytes.Length + PartBytes - 1) / PartBytes;
        return new SnapshotManifest(snapshot.Epoch, snapshot.Sequence, id, parts, snapshot.Bytes.Length);
    }

    /// <summary>The manifest that stood there before, empty for none; null when the writer is fenced.</summary>
    private async Task<string?> MarkAsync(JournalWriter writer, RedisValue[] fields) =>
        (string?)await RedisScript.Mark.RunAsync(database, [keys.Meta(writer.Key)], [writer.WriterEpoch, .. fields]);

    private Task<bool> WritePartAsync(JournalKey journal, SnapshotManifest manifest, ReadOnlyMemory<byte> bytes, int part)
    {
        var start = part * PartBytes;
        return database.StringSetAsync(keys.SnapshotPart(journal, manifest.Id, part), bytes.Slice(start, Math.Min(PartBytes, bytes.Length - start)));
    }

    private async Task<byte[]?> ReadPartsAsync(JournalKey journal, SnapshotManifest manifest)
    {
        var parts = await Task.WhenAll(PartsOf(journal, manifest).Select(part => database.StringGetAsync(part)));
        var bytes = new byte[manifest.Length];
        var filled = 0;
        foreach (ReadOnlyMemory<byte> part in parts)
        {
            if (part.Length > bytes.Length - filled) return null;
            part.CopyTo(bytes.AsMemory(filled));
            filled += part.Length;
        }

        return filled == bytes.Length ? bytes : null;
    }
}
