using Realtime.Testing.Processes;

namespace Realtime.LoadTest.Clusters;

/// <summary>Servers as an operator starts them, on a redis-server of their own. Everything is on loopback and gone afterwards.</summary>
internal sealed class LoadCluster : IAsyncDisposable
{
    private const string Says = "Realtime listens on ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development", ["RateLimits__Enabled"] = "false", ["Screening__Enabled"] = "false", ["Discussion__LazyArticles"] = "true",
        ["Logging__LogLevel__Default"] = "Warning", ["Store__Kind"] = "redis", ["Cluster__Id"] = "load",
    };

    private readonly RedisProcess _store = new("--appendonly", "yes", "--appendfsync", "everysec", "--maxmemory-policy", "noeviction");
    private readonly List<ServerProcess> _servers = [];
    private readonly List<Uri> _addresses = [];

    public IReadOnlyList<Uri> Addresses => _addresses;

    public static async Task<LoadCluster> StartAsync(int servers, CancellationToken cancellation)
    {
        var cluster = new LoadCluster();
        try
        {
            await cluster._store.StartAsync();
            for (var i = 0; i < servers; i++) await cluster.AddServerAsync(cancellation);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers) server.Dispose();
        await _store.DisposeAsync();
    }

    private async Task AddServerAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var server = ServerProcess.Start(new Dictionary<string, string>(Settings) { ["Store__Redis"] = _store.Address }, "--urls=http://127.0.0.1:0");
        _servers.Add(server);
        var said = await server.SaysAsync(Says, patience.Token);
        _addresses.Add(new Uri(said[(said.LastIndexOf(Says, StringComparison.Ordinal) + Says.Length)..].Split(' ')[0]));
        // What nobody reads would fill the pipe, and hold the server up.
        _ = server.EndsAsync(CancellationToken.None);
    }
}
