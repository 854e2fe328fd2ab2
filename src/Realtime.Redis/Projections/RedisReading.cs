using Realtime.Discussion.Journal;
using Realtime.Redis.Journals;
using StackExchange.Redis;

namespace Realtime.Redis.Projections;

/// <summary>Commands whose failure is told in the product's words.</summary>
internal static class RedisReading
{
    /// <exception cref="JournalUnavailableException">The store could not be asked.</exception>
    public static async Task<T> OrUnavailableAsync<T>(this Task<T> command, CancellationToken cancellation = default)
    {
        try
        {
            return await command.WaitAsync(cancellation);
        }
        catch (Exception e) when (RedisFailure.Is(e) && !cancellation.IsCancellationRequested)
        {
            throw RedisFailure.Of(e, wrote: true);
        }
    }

    /// <summary>Reads through the keys of the whole store.</summary>
    public static async IAsyncEnumerable<RedisKey> KeysAsync(this IConnectionMultiplexer connection, string pattern)
    {
        foreach (var server in connection.GetServers().Where(server => server is { IsConnected: true, IsReplica: false }))
            await foreach (var key in server.KeysAsync(pattern: pattern, pageSize: 1000))
                yield return key;
    }
}
