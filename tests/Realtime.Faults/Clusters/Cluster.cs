using System.Net;
using Realtime.Faults.Clients;
using Realtime.Faults.Links;
using Realtime.Faults.Processes;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Clusters;

/// <summary>The servers under test, their store, and the links between them.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly List<ServerProcess> _servers = [];
    private readonly List<TcpProxy> _storeLinks = [];
    private readonly List<TcpProxy> _clientLinks = [];
    private readonly ClusterPlan _plan;
    private readonly FaultRun _run;
    private RedisProcess? _store;

    private Cluster(FaultRun run, ClusterPlan plan) => (_run, _plan) = (run, plan);

    public IReadOnlyList<ServerProcess> Servers => _servers;

    /// <summary>One per server.</summary>
    public IReadOnlyList<TcpProxy> StoreLinks => _storeLinks;

    /// <summary>One per server, when the plan asks for them.</summary>
    public IReadOnlyList<TcpProxy> ClientLinks => _clientLinks;

    public RedisProcess Store => _store ?? _plan.SharesStoreOf?.Store ?? throw new InvalidOperationException("The store is the server's own.");

    public bool HasStore => !_plan.IsEmbedded;

    public PartitionedNetwork? Network { get; private set; }

    public Hosts Hosts { get; private set; } = new([]);

    public static async Task<Cluster> StartAsync(FaultRun run, ClusterPlan plan)
    {
        var cluster = new Cluster(run, plan);
        try
        {
            await cluster.StartAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>The server that writes this thread now, found by watching what the store is told.</summary>
    public async Task<ServerProcess> WriterOfAsync(string article)
    {
        if (!HasStore || _servers.Count == 1) return _servers[0];
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(_run.Cancellation);
        timeout.CancelAfter(TimeSpan.FromSeconds(60));
        var (address, port) = await StoreMonitor.NextAppendAsync(Store.Port, Api.Site, article, timeout.Token);
        var index = Network?.IndexOf(address) ?? _storeLinks.FindIndex(link => link.Speaks(port));
        return index >= 0 ? _servers[index] : throw new InvalidOperationException($"{article} is written from {address}:{port}, which is none of the servers.");
    }

    /// <summary>Appends refused by the store, as the servers logged them.</summary>
    public int FencedAppends => _servers.Sum(server => server.LogLines("Another writer has opened the journal"));

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync();
        foreach (var link in _clientLinks.Concat(_storeLinks)) await link.DisposeAsync();
        if (_store is not null) await _store.DisposeAsync();
        if (Network is not null) await Network.DisposeAsync();
    }

    private async Task StartAsync()
    {
        if (_plan.IsPartitionable) Network = await PartitionedNetwork.CreateAsync(_plan.Servers);
        if (HasStore && _plan.SharesStoreOf is null) await StartStoreAsync();
        for (var index = 0; index < _plan.Servers; index++) _servers.Add(new ServerProcess(PlanOf(index)));
        await Task.WhenAll(_servers.Select((server, index) => server.StartAsync(_run.Cancellation, _plan.Program(index))));
        if (_plan.LinksToClients) _clientLinks.AddRange(_servers.Select(server => new TcpProxy(IPEndPoint.Parse(server.Address.Authority))));
        Hosts = new Hosts(_plan.LinksToClients ? [.. _clientLinks.Select(link => new Uri($"http://{link.Address}"))] : [.. _servers.Select(server => server.Address)]);
    }

    private Task StartStoreAsync()
    {
        var bind = Network is null ? "127.0.0.1" : $"127.0.0.1 {Network.Gateway}";
        _store = new RedisProcess(_plan.StoreDirectory ?? Path.Combine(_run.Directory, "redis"), Path.Combine(_run.Directory, "redis.log"), _plan.Fsync, bind);
        return _store.StartAsync(_run.Cancellation);
    }

    private ServerPlan PlanOf(int index)
    {
        var isFirst = _plan.SharesStoreOf is null;
        return new ServerPlan
        {
            Name = isFirst ? $"server{index}" : $"stranger{index}",
            Dll = _run.Options.Server,
            Directory = _run.Directory,
            Address = Network is null ? new Uri($"http://127.0.0.1:{FreePort.Next()}") : new Uri($"http://{Network.AddressOf(index)}:5080"),
            Through = Network?.Through(index) ?? [],
            Environment = SettingsOf(index, isFirst ? "faults" : "strangers"),
        };
    }

    private Dictionary<string, string> SettingsOf(int index, string cluster)
    {
        var settings = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["RateLimits__Enabled"] = "false", ["Screening__Enabled"] = "false" };
        if (HasStore) AddCluster(settings, index, cluster);
        else (settings["Store__Kind"], settings["Store__Directory"]) = ("embedded", Path.Combine(_run.Directory, "store"));
        foreach (var (name, value) in _plan.Settings(index)) settings[name] = value;
        return settings;
    }

    private void AddCluster(Dictionary<string, string> settings, int index, string cluster)
    {
        settings["Store__Kind"] = "redis";
        settings["Store__Redis"] = StoreAddress();
        settings["Cluster__Id"] = cluster;
        settings["Cluster__SiloPort"] = settings["Cluster__GatewayPort"] = "0";
        if (Network is not null) settings["Cluster__AdvertisedAddress"] = Network.AddressOf(index);
    }

    /// <summary>Through a link of the server's own, or over the namespaces' bridge.</summary>
    private string StoreAddress()
    {
        if (Network is not null) return $"{Network.Gateway}:{Store.Port}";
        var link = new TcpProxy(new IPEndPoint(IPAddress.Loopback, Store.Port));
        _storeLinks.Add(link);
        return link.Address.ToString();
    }
}
