using Realtime.Discussion.Projections;
using Realtime.Redis.Projections;
using Realtime.Redis.Renewal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Realtime.Redis.Stores;

/// <summary>
/// Opens the store before anything else of the host exists, because everything else stands on it:
/// <code>
/// await using var store = await Store.OpenAsync(StoreOptions.Read(configuration), contentRoot, loggers, TimeProvider.System, cancellation);
/// services.AddStore(store);
/// </code>
/// The caller disposes it after the host has stopped.
/// </summary>
public static class Store
{
    /// <summary>Starts the embedded store if that is the kind, connects, and proves what it finds.</summary>
    /// <exception cref="StoreStartException">The store cannot be used; the sentence says what to do.</exception>
    public static async Task<OpenedStore> OpenAsync(
        StoreOptions options, string contentRoot, ILoggerFactory loggers, TimeProvider time, CancellationToken cancellation)
    {
        options.Validate();
        var logger = loggers.CreateLogger("Realtime.Store");
        var embedded = options.Kind == StoreKind.Embedded ? EmbeddedStore.Start(options, contentRoot, loggers) : null;
        try
        {
            var configuration = embedded?.Configuration ?? options.Redis;
            var durability = await StoreProof.RunAsync(configuration, options, embedded, logger, time, cancellation);
            var connection = await StoreConnection.OpenAsync(configuration, options, admin: false, time, cancellation);
            logger.Opened(options.Kind, durability.Description);
            IStoreRenewal renewal = embedded is null
                ? new RedisRenewal(configuration, options, time)
                : new EmbeddedRenewal(embedded, options, () => connection.Multiplexer.ConfigureAsync(), logger, time);
            return new OpenedStore(options, connection, durability, embedded, renewal, time);
        }
        catch
        {
            if (embedded is not null) await embedded.DisposeAsync();
            throw;
        }
    }

    /// <summary>Registers the store and what is reached through it. The container does not dispose them.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, OpenedStore store)
    {
        services.AddSingleton(store).AddSingleton(store.Durability).AddSingleton(store.Keys).AddSingleton(store.Connection).AddSingleton(store.Journal);
        return services.AddSingleton<IProjectionProgress, RedisProgress>().AddSingleton<ICounts, RedisCounts>().AddSingleton<IPeople, RedisPeople>();
    }
}
