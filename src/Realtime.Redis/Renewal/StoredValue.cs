using System.Buffers.Binary;
using System.Security.Cryptography;
using StackExchange.Redis;

namespace Realtime.Redis.Renewal;

/// <summary>What is under one key, of whatever type.</summary>
internal sealed record StoredValue(RedisType Type, RedisValue[] Parts, DateTime? Expires)
{
    /// <summary>Bytes that one command carries: an entry of the embedded store's log must fit into a page of it.</summary>
    private const int BytesAtOnce = 256 * 1024;

    /// <summary>Null when there is nothing.</summary>
    public static async Task<StoredValue?> ReadAsync(IDatabase from, RedisKey key, RedisType type)
    {
        var expires = from.KeyExpireTimeAsync(key);
        var parts = await PartsAsync(from, key, type);
        return parts is [] ? null : new StoredValue(type, parts, await expires);
    }

    /// <summary>The same for the same value.</summary>
    public UInt128 Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(number, Expires?.Ticks ?? 0);
        hash.AppendData(number);
        foreach (ReadOnlyMemory<byte> part in Parts)
        {
            BinaryPrimitives.WriteInt64LittleEndian(number, part.Length);
            hash.AppendData(number);
            hash.AppendData(part.Span);
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest) ^ (uint)Type;
    }

    public async Task WriteAsync(IDatabase to, RedisKey key)
    {
        List<Task> writes = [to.KeyDeleteAsync(key), .. Type == RedisType.String ? [to.StringSetAsync(key, Parts[0])] : Slices().Select(parts => AddAsync(to, key, parts))];
        if (Expires is not null) writes.Add(to.KeyExpireAsync(key, Expires));
        await Task.WhenAll(writes);
    }

    private static async Task<RedisValue[]> PartsAsync(IDatabase from, RedisKey key, RedisType type) => type switch
    {
        RedisType.None => [],
        RedisType.String => await from.StringGetAsync(key) is { IsNull: false } value ? [value] : [],
        RedisType.List => await from.ListRangeAsync(key),
        RedisType.Set => await from.SetMembersAsync(key),
        RedisType.Hash => [.. (await from.HashGetAllAsync(key)).SelectMany(field => new[] { field.Name, field.Value })],
        RedisType.SortedSet => [.. (await from.SortedSetRangeByRankWithScoresAsync(key)).SelectMany(entry => new[] { entry.Element, entry.Score })],
        _ => throw new NotSupportedException($"A {type} is nothing that the product keeps, and is not copied."),
    };

    private Task AddAsync(IDatabase to, RedisKey key, RedisValue[] parts) => Type switch
    {
        RedisType.List => to.ListRightPushAsync(key, parts),
        RedisType.Set => to.SetAddAsync(key, parts),
        RedisType.Hash => to.HashSetAsync(key, [.. parts.Chunk(2).Select(pair => new HashEntry(pair[0], pair[1]))]),
        _ => to.SortedSetAddAsync(key, [.. parts.Chunk(2).Select(pair => new SortedSetEntry(pair[0], (double)pair[1]))]),
    };

    /// <summary>Never between a field and its value.</summary>
    private IEnumerable<RedisValue[]> Slices()
    {
        var step = Type is RedisType.Hash or RedisType.SortedSet ? 2 : 1;
        for (int from = 0, next; from < Parts.Length; from = next)
        {
            var bytes = 0L;
            for (next = from; next < Parts.Length && bytes < BytesAtOnce; next += step) bytes += Parts[next].Length() + Parts[next + step - 1].Length() + 16;
            yield return Parts[from..next];
        }
    }
}
