using StackExchange.Redis;

namespace Realtime.Redis.Stores;

/// <summary>Reads from Redis or Valkey what their acknowledgements are worth: a stock Redis keeps nothing but a copy every few minutes.</summary>
internal static class RedisDurability
{
    /// <summary>The weakest of the primaries.</summary>
    public static async Task<StoreDurability> ReadAsync(IConnectionMultiplexer connection)
    {
        var primaries = connection.GetServers().Where(server => server is { IsConnected: true, IsReplica: false }).ToList();
        if (primaries.Count == 0) return Not("The store has no primary that takes writes; set Store:Redis to the primary.");
        var found = await Task.WhenAll(primaries.Select(ReadAsync));
        return found.MinBy(durability => durability.Level)!;
    }

    private static async Task<StoreDurability> ReadAsync(IServer server)
    {
        try
        {
            return Judge(
                await ReadAsync(server, "appendonly"), await ReadAsync(server, "appendfsync"),
                await ReadAsync(server, "maxmemory"), await ReadAsync(server, "maxmemory-policy"));
        }
        catch (RedisServerException)
        {
            return Not("The store does not tell whether it keeps what it acknowledges: allow the command CONFIG GET to this connection.");
        }
    }

    private static StoreDurability Judge(string appendOnly, string fsync, string memory, string policy)
    {
        if (appendOnly != "yes") return Not("The store forgets what it acknowledged when it crashes: set appendonly yes in its configuration.");
        if (memory != "0" && policy != "noeviction") return Not($"The store drops keys when its memory is full: set maxmemory-policy noeviction instead of {policy}.");
        return fsync switch
        {
            "always" => new(StoreDurabilityLevel.OnDisk, "An acknowledged change is in the store's log on its disk (appendfsync always)."),
            "everysec" => new(
                StoreDurabilityLevel.WithinASecond,
                "A crash of the store or of its machine loses about the last second, two under a slow disk (appendfsync everysec)."),
            _ => Not($"The store leaves it to its machine when acknowledged changes reach the disk: set appendfsync everysec or always instead of {fsync}."),
        };
    }

    private static async Task<string> ReadAsync(IServer server, string name) => (await server.ConfigGetAsync(name)).FirstOrDefault().Value ?? "";

    private static StoreDurability Not(string reason) => new(StoreDurabilityLevel.NotDurable, reason);
}
