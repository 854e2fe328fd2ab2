using Realtime.Redis.Stores;
using Realtime.Testing.Processes;
using StackExchange.Redis;

namespace Realtime.Redis.Tests.Processes;

/// <summary>A redis-server as a store that can be killed.</summary>
internal sealed class RedisServer(params string[] settings) : IKillableStore
{
    public const string WhyMissing = RedisProcess.WhyMissing;
    public static readonly string[] Durable = ["--appendonly", "yes", "--appendfsync", "everysec"];
    public static readonly string[] OnDisk = ["--appendonly", "yes", "--appendfsync", "always"];

    private readonly RedisProcess _process = new(settings);

    public static bool IsInstalled => RedisProcess.IsInstalled;

    public string Address => _process.Address;

    public StoreOptions Options => new() { Kind = StoreKind.Redis, Redis = Address, CommandTimeout = IKillableStore.Patience };

    public async Task<StoreOptions> StartAsync()
    {
        await _process.StartAsync();
        return Options;
    }

    public Task KillAsync() => _process.KillAsync();

    public void CutTail(int bytes) => _process.CutTail(bytes);

    public Task<ConnectionMultiplexer> ConnectAdminAsync() => ConnectionMultiplexer.ConnectAsync($"{Address},allowAdmin=true");

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
