using StackExchange.Redis;

namespace Realtime.Redis.Renewal;

/// <summary>
/// Copies everything that lives in one store into another, in rounds: each brings what has changed since the one before. A round behind which nothing is written any more makes them equal.
/// </summary>
internal sealed class StoreCopy(IConnectionMultiplexer from, IConnectionMultiplexer to)
{
    private const int KeysAtOnce = 32, PageSize = 1000;

    private readonly IDatabase _from = from.GetDatabase(), _to = to.GetDatabase();
    private readonly Dictionary<RedisKey, UInt128> _copied = [];

    public int Keys => _copied.Count;

    /// <returns>How many keys had changed.</returns>
    public async Task<int> RoundAsync(CancellationToken cancellation)
    {
        var (seen, changed) = (new HashSet<RedisKey>(_copied.Count), 0);
        await foreach (var keys in from.GetServers()[0].KeysAsync(pageSize: PageSize).Chunk(KeysAtOnce).WithCancellation(cancellation))
            foreach (var (key, hasChanged) in await CopyAsync(keys))
            {
                seen.Add(key);
                if (hasChanged) changed++;
            }

        return changed + await RemoveOthersAsync(seen);
    }

    /// <returns>Those of the keys that are there.</returns>
    private async Task<IEnumerable<(RedisKey Key, bool Changed)>> CopyAsync(RedisKey[] keys)
    {
        var types = await Task.WhenAll(keys.Select(key => _from.KeyTypeAsync(key)));
        var values = await Task.WhenAll(keys.Zip(types, (key, type) => StoredValue.ReadAsync(_from, key, type)));
        var there = keys.Zip(values).Where(pair => pair.Second is not null).Select(pair => (Key: pair.First, Value: pair.Second!)).ToList();
        var changed = there.Select(pair => IsNew(pair.Key, pair.Value.Digest())).ToList();
        await Task.WhenAll(there.Where((_, i) => changed[i]).Select(pair => pair.Value.WriteAsync(_to, pair.Key)));
        return there.Zip(changed, (pair, hasChanged) => (pair.Key, hasChanged));
    }

    private bool IsNew(RedisKey key, UInt128 digest)
    {
        if (_copied.TryGetValue(key, out var known) && known == digest) return false;
        _copied[key] = digest;
        return true;
    }

    private async Task<int> RemoveOthersAsync(HashSet<RedisKey> seen)
    {
        var gone = _copied.Keys.Where(key => !seen.Contains(key)).ToArray();
        foreach (var key in gone) _copied.Remove(key);
        if (gone.Length > 0) await _to.KeyDeleteAsync(gone);
        return gone.Length;
    }
}
