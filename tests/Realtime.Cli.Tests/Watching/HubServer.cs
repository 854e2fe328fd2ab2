using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Realtime.Cli.Tests.Watching;

/// <summary>
/// A real SignalR server on the loopback whose every answer the test gives: a call of <c>Watch</c> waits in <see cref="NextCallAsync"/> until it is
/// answered. It can be stopped and started again at the same address.
/// </summary>
internal sealed class HubServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<WatchCall> _calls = Channel.CreateUnbounded<WatchCall>();
    private WebApplication? _running;

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public static async Task<HubServer> StartedAsync()
    {
        var server = new HubServer();
        await server.StartAsync();
        return server;
    }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls(Address.ToString());
        builder.Services.AddSignalR();
        builder.Services.AddSingleton(_calls.Writer);
        _running = builder.Build();
        _running.MapHub<ScriptedHub>("/hubs/discussion");
        await _running.StartAsync();
        Address = new Uri(_running.Urls.Single());
    }

    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _running, null) is { } running) await running.DisposeAsync();
    }

    /// <summary>The next call of <c>Watch</c> by any client.</summary>
    public async Task<WatchCall> NextCallAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await _calls.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException("Nobody called Watch.");
        }
    }

    public Task SendAsync(string method, object argument) =>
        _running!.Services.GetRequiredService<IHubContext<ScriptedHub>>().Clients.All.SendAsync(method, argument);

    public async ValueTask DisposeAsync() => await StopAsync();
}

/// <summary>A call of <c>Watch</c> that waits for its answer.</summary>
internal sealed class WatchCall(string site, string article, string? position)
{
    private readonly TaskCompletionSource<object> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Site => site;

    public string Article => article;

    public string? Position => position;

    public Task<object> Answered => _answer.Task;

    public void Answer(object answer) => _answer.SetResult(answer);

    public void Refuse(string json) => _answer.SetException(new HubException(json));
}

internal sealed class ScriptedHub(ChannelWriter<WatchCall> calls) : Hub
{
    public async Task<object> Watch(string site, string article, string? position)
    {
        var call = new WatchCall(site, article, position);
        calls.TryWrite(call);
        return await call.Answered.WaitAsync(Context.ConnectionAborted);
    }
}
