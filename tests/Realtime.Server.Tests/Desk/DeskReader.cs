using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using Realtime.Discussion.Queue;
using Realtime.Server.Desk;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;

namespace Realtime.Server.Tests.Desk;

/// <summary>A moderator's connected desk, which keeps what the hub tells it.</summary>
internal sealed class DeskReader : IAsyncDisposable
{

    private readonly Channel<QueueChanged> _frames = Channel.CreateUnbounded<QueueChanged>();

    private DeskReader(HubConnection hub)
    {
        Hub = hub;
        hub.On<QueueChanged>("QueueChanged", frame => _frames.Writer.TryWrite(frame));
        hub.On<QueueReset>("QueueReset", Resets.Enqueue);
    }

    public HubConnection Hub { get; }

    public ConcurrentQueue<QueueReset> Resets { get; } = new();

    public static async Task<DeskReader> ConnectAsync(RunningServer server, string? token)
    {
        var address = new Uri(server.Address, "/hubs/desk");
        var desk = new DeskReader(new HubConnectionBuilder().WithUrl(address, options => options.AccessTokenProvider = () => Task.FromResult(token)).Build());
        await desk.Hub.StartAsync();
        return desk;
    }

    public Task<WatchedQueue> WatchAsync(string site, string? position = null) => Hub.InvokeAsync<WatchedQueue>("Watch", site, position);

    /// <summary>The frames behind a sequence until one tells what is asked for; each must follow on the one before.</summary>
    public async Task<QueueChanged> UntilAsync(long from, Func<QueueChanged, bool> tells)
    {
        while (true)
        {
            var frame = await _frames.Reader.ReadAsync().AsTask().WaitAsync(Eventually.Patience);
            if (frame.From != from) throw new InvalidOperationException($"A frame from {frame.From} to {frame.To} does not follow on {from}.");
            if (tells(frame)) return frame;
            from = frame.To;
        }
    }

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
