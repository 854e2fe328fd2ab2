using Realtime.Server.Tests.Servers;
using Xunit;

[assembly: AssemblyFixture(typeof(DevelopmentServer))]
[assembly: AssemblyFixture(typeof(ProductionServer))]
[assembly: AssemblyFixture(typeof(ScreeningServer))]

namespace Realtime.Server.Tests.Servers;

/// <summary>A server shared by tests; each takes threads of its own (<see cref="NewThread"/>).</summary>
public abstract class ServerFixture(params string[] settings) : IAsyncLifetime
{
    private static int _threads;
    private RunningServer? _server;

    internal RunningServer Server => _server!;

    /// <summary>The path of a thread that no other test knows.</summary>
    public static string NewThread() => $"/api/v1/sites/gazette/articles/article-{Interlocked.Increment(ref _threads)}";

    /// <summary>The path of a site that no other test knows.</summary>
    public static string NewSite() => $"/api/v1/sites/site-{Interlocked.Increment(ref _threads)}";

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync(settings);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>As somebody tries it out: any article may be commented on, no rate limits.</summary>
public sealed class DevelopmentServer : ServerFixture;

/// <summary>As a publisher runs it: articles are registered.</summary>
public sealed class ProductionServer() : ServerFixture("--environment=Production", "--Discussion:LazyArticles=false");

/// <summary>Comments are screened, as every site begins. Each test takes a site of its own.</summary>
public sealed class ScreeningServer() : ServerFixture("--Screening:Enabled=true", "--Screening:AllowHttp=true");
