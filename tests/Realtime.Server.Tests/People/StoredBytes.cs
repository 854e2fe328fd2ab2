using System.IO.Compression;
using System.Text;
using StackExchange.Redis;

namespace Realtime.Server.Tests.People;

/// <summary>Searches what a store holds, as bytes, and what its compressed snapshots say.</summary>
internal static class StoredBytes
{
    /// <summary>The keys in which one of the texts is found: in their names, in what they hold, or in that unpacked.</summary>
    public static async Task<List<string>> KeysWithAsync(IConnectionMultiplexer store, params string[] texts)
    {
        var (found, database) = (new List<string>(), store.GetDatabase());
        await foreach (var key in store.GetServers()[0].KeysAsync())
        {
            var values = await ValuesAsync(database, key);
            if (values.Append(Encoding.UTF8.GetBytes((string)key!)).Any(value => Holds(value, texts) || Holds(Unpacked(value), texts))) found.Add((string)key!);
        }

        return found;
    }

    /// <summary>The files in which one of the texts is found.</summary>
    public static List<string> FilesWith(string directory, params string[] texts) =>
        [.. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "lock" && Holds(Read(file), texts))];

    private static async Task<IEnumerable<byte[]>> ValuesAsync(IDatabase database, RedisKey key) => await database.KeyTypeAsync(key) switch
    {
        RedisType.String => [(byte[])(await database.StringGetAsync(key))!],
        RedisType.List => (await database.ListRangeAsync(key)).Select(value => (byte[])value!),
        RedisType.Hash => (await database.HashGetAllAsync(key)).SelectMany(entry => new[] { (byte[])entry.Name!, (byte[])entry.Value! }),
        RedisType.SortedSet => (await database.SortedSetRangeByRankAsync(key)).Select(value => (byte[])value!),
        RedisType.Set => (await database.SetMembersAsync(key)).Select(value => (byte[])value!),
        _ => [],
    };

    private static bool Holds(byte[] bytes, string[] texts) => texts.Any(text => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    /// <summary>A store at work on its files deletes some while they are looked through.</summary>
    private static byte[] Read(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <summary>A sealed snapshot is compressed behind a head of nine bytes.</summary>
    private static byte[] Unpacked(byte[] bytes)
    {
        if (bytes.Length <= 9) return [];
        try
        {
            using var packed = new BrotliStream(new MemoryStream(bytes, 9, bytes.Length - 9), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            packed.CopyTo(unpacked);
            return unpacked.ToArray();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException)
        {
            return [];
        }
    }
}
