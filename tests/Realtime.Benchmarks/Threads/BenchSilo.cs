using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Realtime.Benchmarks.Machine;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Grains;
using Realtime.Grains.Replicas;
using Realtime.Grains.Threads;
using Realtime.Redis.Stores;
using StackExchange.Redis;

namespace Realtime.Benchmarks.Threads;

/// <summary>The product's threads in one silo in this process, on a Redis of its own.</summary>
internal sealed class BenchSilo(RedisProcess redis, OpenedStore store, IHost host) : IAsyncDisposable
{
    public int RedisPort => redis.Port;

    public IJournal Journal => store.Journal;

    public IConnectionMultiplexer Connection => store.Connection;

    public IThreadCommands Commands { get; } = host.Services.GetRequiredService<IThreadCommands>();

    public IThreadReplicas Replicas { get; } = host.Services.GetRequiredService<IThreadReplicas>();

    public static async Task<BenchSilo> StartAsync(CancellationToken cancellation)
    {
        var redis = new RedisProcess();
        var store = await Store.OpenAsync(redis.Options, AppContext.BaseDirectory, NullLoggerFactory.Instance, TimeProvider.System, cancellation);
        var host = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        host.Configuration["Discussion:LazyArticles"] = "true";
        host.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        host.Services.AddStore(store);
        host.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort: FreePort(), gatewayPort: 0);
            silo.AddThreads();
        });
        var built = host.Build();
        await built.StartAsync(cancellation);
        return new BenchSilo(redis, store, built);
    }

    /// <summary>Puts every thread out of memory, so that the next call opens it from the store.</summary>
    public Task CloseThreadsAsync() =>
        host.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    /// <summary>Takes away what threads measured before have left there; only while none of them is open. As a script: the product's connection is no administrator's.</summary>
    public Task EmptyStoreAsync() => store.Connection.GetDatabase().ScriptEvaluateAsync("return redis.call('FLUSHALL', 'SYNC')");

    public async Task<long> StoredBytesAsync()
    {
        var memory = (string?)await store.Connection.GetDatabase().ScriptEvaluateAsync("return redis.call('INFO', 'memory')");
        return long.Parse(memory!.Split("used_memory:")[1].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    public static ThreadKey NewThread() => ThreadKey.Parse($"benchmark/{Guid.NewGuid():N}");

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        await store.DisposeAsync();
        await redis.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
