using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Realtime.Server.Hosting;
using Realtime.Testing.Processes;

namespace Realtime.Server.Tests.Servers;

/// <summary>The real server in this process, on a free port, with a store in a directory of its own that goes when it is disposed.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory;
    private readonly ServerStore _store;
    private readonly WebApplication _app;

    private RunningServer(TemporaryDirectory directory, ServerStore store, WebApplication app)
    {
        (_directory, _store, _app) = (directory, store, app);
        Address = new Uri(app.Services.GetRequiredService<IServer>().ForClients());
        Anybody = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    /// <summary>Where the embedded store keeps its files.</summary>
    public string Directory => _directory.Path;

    public Uri HubAddress => new(Address, "/hubs/discussion");

    /// <summary>A client that has not signed in.</summary>
    public HttpClient Anybody { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Completes when the host begins to stop.</summary>
    public Task Stopping
    {
        get
        {
            var stopping = new TaskCompletionSource();
            _app.Lifetime.ApplicationStopping.Register(stopping.SetResult);
            return stopping.Task;
        }
    }

    /// <param name="settings">Configuration like <c>--Discussion:EditWindow=00:00:00</c>, over that of a development server without rate limits and screening.</param>
    public static Task<RunningServer> StartAsync(params string[] settings) => StartAsync(_ => { }, settings);

    /// <inheritdoc cref="StartAsync(string[])"/>
    /// <param name="configure">What a test adds to the server.</param>
    /// <param name="settings">Configuration.</param>
    public static async Task<RunningServer> StartAsync(Action<WebApplicationBuilder> configure, params string[] settings)
    {
        var directory = new TemporaryDirectory();
        string[] defaults =
        [
            "--environment=Development", "--urls=http://127.0.0.1:0", $"--Store:Directory={directory.Path}", "--RateLimits:Enabled=false", "--Screening:Enabled=false",
            $"--Authentication:SigningKey={Tokens.Key}", "--Discussion:LazyArticles=true", "--Logging:LogLevel:Realtime=Warning",
            "--Logging:LogLevel:Orleans=Error", "--Store:CommandTimeout=00:00:20", "--Store:StartTimeout=00:01:00",
            // The pause behind somebody's erasure would be met by other tests of the same server.
            "--Store:RenewAfter=1.00:00:00",
        ];
        var builder = Program.Configure([.. defaults, .. settings]);
        configure(builder);
        var store = await ServerStore.OpenAsync(builder);
        var app = Program.Assemble(builder);
        await app.StartOrStopAsync();
        return new RunningServer(directory, store, app);
    }

    /// <summary>A client signed in as this person.</summary>
    public HttpClient As(string user, params string[] roles) => With(Tokens.For(user, roles));

    /// <summary>A client that shows this token.</summary>
    public HttpClient With(string token) =>
        new() { BaseAddress = Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    public async ValueTask DisposeAsync()
    {
        Anybody.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _store.DisposeAsync();
        _directory.Dispose();
    }
}
