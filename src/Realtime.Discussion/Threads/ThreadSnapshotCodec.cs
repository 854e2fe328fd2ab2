using System.Security.Cryptography;
using System.Text.Json;
using Realtime.Discussion.Comments;

namespace Realtime.Discussion.Threads;

/// <summary>
/// A thread's state in bytes, so that opening it costs its size and not its age. A snapshot is only ever a shortcut: one that this version of the
/// program does not understand, or whose checksum is wrong, is passed over, and the journal is replayed from its beginning. Equal states have equal bytes.
/// </summary>
public static class ThreadSnapshotCodec
{
    /// <summary>2: earlier revisions by number, reporters, checksum. 3: when the thread closes.</summary>
    private const byte KnownVersion = 3;

    private const int ChecksumLength = 8;

    public static ReadOnlyMemory<byte> Encode(ArticleThread thread)
    {
        var stream = new MemoryStream(256 + (thread.LastNumber * 96));
        using var writer = new BinaryWriter(stream);
        writer.Write(KnownVersion);
        writer.Write7BitEncodedInt64(thread.Sequence);
        writer.Write(thread.IsClosed);
        writer.Write7BitEncodedInt64(thread.ClosesAt?.UtcTicks ?? 0);
        writer.Write(thread.Article is null ? "" : JsonSerializer.Serialize(thread.Article, ThreadEventCodec.Stored.Article));
        writer.Write7BitEncodedInt(thread.LastNumber);
        var comments = new CommentRecordWriter(writer);
        for (var number = 1; number <= thread.LastNumber; number++) comments.Write(thread.Find(number)!);
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
        var thread = new ArticleThread { IsClosed = reader.ReadBoolean() };
        if (reader.Read7BitEncodedInt64() is > 0 and var closesAt) thread.ClosesAt = new DateTimeOffset(closesAt, TimeSpan.Zero);
        if (reader.ReadString() is { Length: > 0 } article) thread.Article = JsonSerializer.Deserialize(article, ThreadEventCodec.Stored.Article);
        var comments = new CommentRecordReader(reader, thread);
        var count = reader.Read7BitEncodedInt();
        for (var number = 1; number <= count; number++) thread.Add(comments.Read(number));
        thread.Sequence = sequence;
        return thread;
    }

    /// <summary>Against bits that turn on disk, not against people: whoever writes to the store may write anything.</summary>
    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> state) => SHA256.HashData(state).AsSpan(0, ChecksumLength);
}
