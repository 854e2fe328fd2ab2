using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Realtime.Discussion.Aggregates;

/// <summary>
/// A state as compressed JSON behind its version and a checksum. A snapshot is only ever a shortcut: one of another version, or with bits that have
/// turned, is passed over, and the journal is replayed from its beginning.
/// </summary>
internal static class SealedSnapshot
{
    private const int ChecksumLength = 8;
    private const int HeadLength = 1 + ChecksumLength;

    public static ReadOnlyMemory<byte> Write<T>(byte version, T state, JsonTypeInfo<T> shape)
    {
        using var stream = new MemoryStream();
        stream.Write(new byte[HeadLength]);
        using (var packed = new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true)) JsonSerializer.Serialize(packed, state, shape);
        var bytes = stream.ToArray();
        bytes[0] = version;
        Checksum(bytes).CopyTo(bytes.AsSpan(1));
        return bytes;
    }

    public static T? Read<T>(byte version, ReadOnlyMemory<byte> snapshot, JsonTypeInfo<T> shape)
        where T : class
    {
        if (snapshot.Length <= HeadLength || snapshot.Span[0] != version) return null;
        if (!Checksum(snapshot.Span).SequenceEqual(snapshot.Span[1..HeadLength])) return null;
        try
        {
            using var packed = new BrotliStream(new MemoryStream(snapshot[HeadLength..].ToArray(), writable: false), CompressionMode.Decompress);
            return JsonSerializer.Deserialize(packed, shape);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException or ArgumentException
            or IOException or InvalidDataException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> snapshot) => SHA256.HashData(snapshot[HeadLength..]).AsSpan(0, ChecksumLength);
}
