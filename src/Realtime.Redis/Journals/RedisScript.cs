using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace Realtime.Redis.Journals;

/// <summary>
/// A script of <c>Scripts/</c>, called by its hash, and sent whole when the store does not know it: it forgets scripts when it restarts.
/// Every script writes at most once: Garnet's log has no marks around a script's writes, so that a crash could replay half of several.
/// </summary>
internal sealed class RedisScript
{
    private readonly string _text;
    private readonly byte[] _hash;

    private RedisScript(string text)
    {
        _text = text;
#pragma warning disable CA5350 // The protocol names scripts by their SHA-1; nothing secret depends on it.
        _hash = SHA1.HashData(Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
    }

    public static RedisScript Open { get; } = Load("open");

    public static RedisScript Append { get; } = Load("append");

    public static RedisScript Rewrite { get; } = Load("rewrite");

    public static RedisScript Delete { get; } = Load("delete");

    public static RedisScript Renew { get; } = Load("renew");

    public static RedisScript Mark { get; } = Load("mark");

    public static RedisScript Unmark { get; } = Load("unmark");

    /// <summary>An unknown hash means that nothing ran, so that this one failure may be repeated without asking.</summary>
    public async Task<RedisResult> RunAsync(IDatabase database, RedisKey[] keys, RedisValue[] arguments)
    {
        try
        {
            return await database.ScriptEvaluateAsync(_hash, keys, arguments, CommandFlags.DemandMaster);
        }
        catch (RedisServerException e) when (e.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
        {
            return await database.ScriptEvaluateAsync(_text, keys, arguments, CommandFlags.DemandMaster | CommandFlags.NoScriptCache);
        }
    }

    private static RedisScript Load(string name)
    {
        var assembly = typeof(RedisScript).Assembly;
        using var stream = assembly.GetManifestResourceStream($"{assembly.GetName().Name}.Scripts.{name}.lua")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new RedisScript(reader.ReadToEnd());
    }
}
