using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;
using Realtime.Grains;
using Realtime.Redis.Stores;
using Realtime.Server.Health;
using StackExchange.Redis;

namespace Realtime.Server.Hosting;

/// <summary>The Orleans silo in this process. The one place that knows how silos find each other: through the shared store, or not at all.</summary>
internal static class Silo
{
    public static void AddSilo(this WebApplicationBuilder builder, OpenedStore store)
    {
        var cluster = builder.AddSettings<ClusteringOptions>("Cluster", options => options.Mistakes());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.UseOrleans(silo =>
        {
            if (store.IsEmbedded) silo.UseLocalhostClustering(siloPort: FreePort(), gatewayPort: 0, serviceId: "realtime", clusterId: cluster.Id);
            else silo.JoinCluster(cluster, store);
            silo.UseRedisReminderService(options => options.ConfigurationOptions = ConnectionTo(store));
            silo.Configure<SiloOptions>(options => options.SiloName = $"{cluster.AdvertisedAddress}-{Environment.ProcessId}");
            silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = options.SystemResponseTimeout = cluster.CallTimeout);
            silo.AddThreads();
        });
    }

    private static void JoinCluster(this ISiloBuilder silo, ClusteringOptions cluster, OpenedStore store)
    {
        silo.UseRedisClustering(options => options.ConfigurationOptions = ConnectionTo(store));
        silo.Services.AddRegisterHealth();
        silo.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = ("realtime", cluster.Id));
        silo.Configure<EndpointOptions>(options =>
        {
            options.AdvertisedIPAddress = cluster.Address;
            options.SiloPort = cluster.SiloPort > 0 ? cluster.SiloPort : FreePort();
            options.GatewayPort = cluster.GatewayPort > 0 ? cluster.GatewayPort : FreePort();
            // In a container the advertised address may be one that this process cannot bind.
            var bind = IPAddress.IsLoopback(cluster.Address) ? cluster.Address : IPAddress.Any;
            options.SiloListeningEndpoint = new IPEndPoint(bind, options.SiloPort);
            options.GatewayListeningEndpoint = new IPEndPoint(bind, options.GatewayPort);
        });
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = cluster.ProbeEvery;
            options.NumMissedProbesLimit = cluster.MissedProbes;
            options.IAmAliveTablePublishTimeout = cluster.AliveEvery;
            options.TableRefreshTimeout = cluster.AliveEvery;
            options.DefunctSiloCleanupPeriod = TimeSpan.FromMinutes(10);
            options.DefunctSiloExpiration = TimeSpan.FromHours(1);
        });
    }

    /// <summary>Orleans keeps connections of its own: the journal's fails at once while the store is away, and membership must not.</summary>
    private static ConfigurationOptions ConnectionTo(OpenedStore store)
    {
        var options = ConfigurationOptions.Parse(store.Configuration);
        options.AbortOnConnectFail = false;
        options.Protocol = RedisProtocol.Resp2;
        return options;
    }

    /// <summary>Orleans wants the number of its port beforehand, and two servers on one machine must not want the same.</summary>
    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
