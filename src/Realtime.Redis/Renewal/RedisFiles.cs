using Realtime.Discussion.Journal;
using StackExchange.Redis;

namespace Realtime.Redis.Renewal;

/// <summary>The files of one Redis server.</summary>
internal sealed class RedisFiles(IServer server, TimeProvider time)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);
    private static readonly string[] Busy = ["aof_rewrite_in_progress", "aof_rewrite_scheduled", "rdb_bgsave_in_progress"];

    /// <summary>Whether the server knows the command but not for this connection, or not at all.</summary>
    public static bool IsRefusal(RedisServerException failure) =>
        failure.Message.StartsWith("NOPERM", StringComparison.Ordinal) || failure.Message.StartsWith("ERR unknown command", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="RedisServerException">It is refused.</exception>
    public async Task TryAsync()
    {
        if (HasLog(await AskAsync())) await BeginAsync("BGREWRITEAOF");
    }

    /// <summary>Returns when log and snapshot, as far as there are any, have been begun after the call and are written.</summary>
    /// <exception cref="RedisServerException">It is refused.</exception>
    public async Task RewriteAsync(CancellationToken cancellation)
    {
        if (HasLog(await AskAsync())) await RunAsync("BGREWRITEAOF", "aof_last_bgrewrite_status", cancellation);
        if (await HasSnapshotAsync()) await RunAsync("BGSAVE", "rdb_last_bgsave_status", cancellation);
    }

    /// <summary>One that others had begun before is waited for first, as it may hold what is to go.</summary>
    private async Task RunAsync(string command, string outcome, CancellationToken cancellation)
    {
        await IdleAsync(cancellation);
        while (!await BeginAsync(command)) await IdleAsync(cancellation);
        var state = await IdleAsync(cancellation);
        if (state.GetValueOrDefault(outcome) != "ok") throw new JournalUnavailableException($"{command} failed on the store; its own log says why.", outcomeUnknown: false);
    }

    /// <returns>False when it is at work on its files already.</returns>
    private async Task<bool> BeginAsync(string command)
    {
        try
        {
            await server.ExecuteAsync(command);
            return true;
        }
        catch (RedisServerException e) when (!IsRefusal(e) && e.Message.Contains("progress", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
    }

    private async Task<Dictionary<string, string>> IdleAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var state = await AskAsync();
            if (Busy.All(name => state.GetValueOrDefault(name, "0") == "0")) return state;
            await Task.Delay(LookAgain, time, cancellation);
        }
    }

    private static bool HasLog(Dictionary<string, string> state) => state.GetValueOrDefault("aof_enabled") == "1";

    /// <summary>It is told to write one, or has done so since it started, for a replica or because somebody asked; or it is a replica, which keeps the one that it began with.</summary>
    private async Task<bool> HasSnapshotAsync()
    {
        if (server.IsReplica) return true;
        var rules = (await server.ConfigGetAsync("save")).FirstOrDefault().Value;
        return !string.IsNullOrEmpty(rules) || (await AskAsync()).GetValueOrDefault("rdb_last_bgsave_time_sec", "-1") != "-1";
    }

    private async Task<Dictionary<string, string>> AskAsync() =>
        (await server.InfoAsync("persistence")).SelectMany(section => section).ToDictionary(entry => entry.Key, entry => entry.Value);
}
