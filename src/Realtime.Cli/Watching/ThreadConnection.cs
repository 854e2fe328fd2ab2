using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using Realtime.Cli.Wire;

namespace Realtime.Cli.Watching;

/// <summary>
/// One connection to the hub, from its start to its end. What the server calls queues up in <see cref="Signals"/> until it is read, so a frame that
/// overtakes the answer of <c>Watch</c> is simply still there after it. The queue completes when the connection ends, with the error if there was one.
/// </summary>
internal sealed class ThreadConnection : IAsyncDisposable
{
    private readonly Channel<HubSignal> _signals = Channel.CreateUnbounded<HubSignal>(new UnboundedChannelOptions { SingleReader = true });
    private readonly HubConnection _connection;
    private readonly WatchRequest _request;

    private ThreadConnection(WatchRequest request)
    {
        _request = request;
        _connection = new HubConnectionBuilder().WithUrl(request.Hub, options =>
        {
            if (request.Token is { } token) options.AccessTokenProvider = () => Task.FromResult<string?>(token);
        }).Build();
        _connection.On<ThreadChanges>("ThreadChanged", frame => Signal(new HubSignal.Changed(frame)));
        _connection.On<JsonElement>("ThreadReset", _ => Signal(new HubSignal.Reset()));
        _connection.On<int>("Draining", after => Signal(new HubSignal.Draining(TimeSpan.FromMilliseconds(after))));
        _connection.Closed += error =>
        {
            _signals.Writer.TryComplete(error);
            return Task.CompletedTask;
        };
    }

    public ChannelReader<HubSignal> Signals => _signals.Reader;

    public static async Task<ThreadConnection> OpenAsync(WatchRequest request, CancellationToken stop)
    {
        var opened = new ThreadConnection(request);
        try
        {
            await opened._connection.StartAsync(stop);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public Task<WatchedThread> WatchAsync(string? position, CancellationToken stop) =>
        _connection.InvokeAsync<WatchedThread>("Watch", _request.Site, _request.Article, position, stop);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private void Signal(HubSignal signal) => _signals.Writer.TryWrite(signal);
}
