using System.Security.Cryptography;
using System.Text.Json;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Pace;

namespace Realtime.Discussion.Threads;

/// <summary>
/// A thread's state in bytes, so that opening it costs its size and not its age. A snapshot is only ever a shortcut: one that this version of the
/// program does not understand, or whose checksum is wrong, is passed over, and the journal is replayed from its beginning. Equal states have equal bytes.
/// </summary>
public static class ThreadSnapshotCodec
{
    /// <summary>
    /// 2: earlier revisions by number, reporters, checksum. 3: when the thread closes. 4: what moderators do, whom comments speak to, how the thread is kept.
    /// 5: where reports stand in the journal.
    /// </summary>
    private const byte KnownVersion = 5;

    private const int ChecksumLength = 8;

    public static ReadOnlyMemory<byte> Encode(ArticleThread thread)
    {
        var stream = new MemoryStream(256 + (thread.LastNumber * 96));
        using var writer = new BinaryWriter(stream);
        writer.Write(KnownVersion);
        writer.Write7BitEncodedInt64(thread.Sequence);
        writer.Write(thread.IsClosed);
        WriteTime(writer, thread.ClosesAt);
        writer.Write(thread.IsKeptOpen);
        WriteTime(writer, thread.BegunAt);
        writer.Write(JsonSerializer.Serialize(new Keeping(thread.Mode, thread.Guard), ThreadEventCodec.Stored.Keeping));
        writer.Write(thread.Article is null ? "" : JsonSerializer.Serialize(thread.Article, ThreadEventCodec.Stored.Article));
        writer.Write7BitEncodedInt(thread.LastNumber);
        var comments = new CommentRecordWriter(writer);
        for (var number = 1; number <= thread.LastNumber; number++) comments.Write(thread.Find(number)!);
        writer.Write7BitEncodedInt(thread.Pinned.Count);
        foreach (var number in thread.Pinned) writer.Write7BitEncodedInt(number);
        writer.Write(Checksum(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }

    /// <summary>The state, or null when the bytes are of another version or damaged.</summary>
    public static ArticleThread? Decode(ReadOnlyMemory<byte> snapshot)
    {
        if (snapshot.Length <= ChecksumLength || snapshot.Span[0] != KnownVersion) return null;
        var state = snapshot[..^ChecksumLength];
        if (!Checksum(state.Span).SequenceEqual(snapshot.Span[^ChecksumLength..])) return null;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(state[1..].ToArray(), writable: false));
            return Read(reader);
        }
        catch (Exception e) when (e is IOException or FormatException or JsonException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static ArticleThread Read(BinaryReader reader)
    {
        var sequence = reader.Read7BitEncodedInt64();
        var thread = new ArticleThread
        {
            IsClosed = reader.ReadBoolean(),
            ClosesAt = ReadTime(reader),
            IsKeptOpen = reader.ReadBoolean(),
            BegunAt = ReadTime(reader),
        };
        var keeping = JsonSerializer.Deserialize(reader.ReadString(), ThreadEventCodec.Stored.Keeping)!;
        (thread.Mode, thread.Guard) = (keeping.Mode, keeping.Guard);
        if (reader.ReadString() is { Length: > 0 } article) thread.Article = JsonSerializer.Deserialize(article, ThreadEventCodec.Stored.Article);
        var comments = new CommentRecordReader(reader, thread);
        var count = reader.Read7BitEncodedInt();
        for (var number = 1; number <= count; number++) thread.Add(comments.Read(number));
        for (var pinned = reader.Read7BitEncodedInt(); pinned > 0; pinned--) thread.Pin(reader.Read7BitEncodedInt());
        thread.Sequence = sequence;
        return thread;
    }

    private static void WriteTime(BinaryWriter writer, DateTimeOffset? time) => writer.Write7BitEncodedInt64(time?.UtcTicks ?? -1);

    private static DateTimeOffset? ReadTime(BinaryReader reader) =>
        reader.Read7BitEncodedInt64() is >= 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Against bits that turn on disk, not against people: whoever writes to the store may write anything.</summary>
    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> state) => SHA256.HashData(state).AsSpan(0, ChecksumLength);

    /// <summary>How the thread is kept.</summary>
    internal sealed record Keeping(ThreadMode Mode, Guard? Guard = null);
}
