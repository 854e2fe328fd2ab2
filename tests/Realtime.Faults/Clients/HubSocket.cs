using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace Realtime.Faults.Clients;

/// <summary>
/// The hub's JSON protocol over a WebSocket, by hand: hundreds of readers share two cores with the servers under test, and the runner must know
/// which message a reader received whole. Records end with 0x1E.
/// </summary>
internal sealed class HubSocket : IDisposable
{
    private const byte End = 0x1E;
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(5);
    private readonly ClientWebSocket _socket = new();
    private readonly ArrayBufferWriter<byte> _received = new(8 * 1024);
    private readonly TimeProvider _time;
    private int _taken;
    private long _pinged;

    private HubSocket(TimeProvider time)
    {
        _time = time;
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
    }

    public static async Task<HubSocket> ConnectAsync(Uri host, TimeProvider time, CancellationToken cancellation)
    {
        var hub = new HubSocket(time);
        try
        {
            await hub._socket.ConnectAsync(new UriBuilder(host) { Scheme = "ws", Path = "/hubs/discussion" }.Uri, cancellation);
            await hub.SendAsync(new { protocol = "json", version = 1 }, cancellation);
            using var handshake = await hub.NextAsync(cancellation);
            if (handshake.RootElement.TryGetProperty("error", out var error)) throw new WebSocketException(error.GetString());
            hub._pinged = time.GetTimestamp();
            return hub;
        }
        catch
        {
            hub.Dispose();
            throw;
        }
    }

    public Task InvokeAsync(string invocation, string target, CancellationToken cancellation, params object?[] arguments) =>
        SendAsync(new { type = 1, invocationId = invocation, target, arguments }, cancellation);

    /// <summary>The next message, received whole.</summary>
    /// <exception cref="WebSocketException">The connection has ended.</exception>
    public async Task<JsonDocument> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var rest = _received.WrittenMemory[_taken..];
            var end = rest.Span.IndexOf(End);
            if (end >= 0)
            {
                _taken += end + 1;
                return JsonDocument.Parse(rest[..end].ToArray());
            }

            await ReceiveAsync(rest.Length, cancellation);
        }
    }

    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
    }

    private async Task ReceiveAsync(int kept, CancellationToken cancellation)
    {
        if (_taken > 0)
        {
            var rest = _received.WrittenSpan[_taken..].ToArray();
            _received.ResetWrittenCount();
            _received.Write(rest.AsSpan(0, kept));
            _taken = 0;
        }

        var result = await _socket.ReceiveAsync(_received.GetMemory(4 * 1024), cancellation);
        if (result.MessageType == WebSocketMessageType.Close) throw new WebSocketException($"Closed by the server: {_socket.CloseStatus}.");
        _received.Advance(result.Count);
        await PingWhenDueAsync(cancellation);
    }

    /// <summary>The server gives up a client that says nothing for half a minute; its own pings come often enough to answer in time.</summary>
    private async Task PingWhenDueAsync(CancellationToken cancellation)
    {
        if (_pinged == 0 || _time.GetElapsedTime(_pinged) < PingEvery) return;
        _pinged = _time.GetTimestamp();
        await SendAsync(new { type = 6 }, cancellation);
    }

    private async Task SendAsync(object message, CancellationToken cancellation)
    {
        byte[] record = [.. JsonSerializer.SerializeToUtf8Bytes(message), End];
        await _socket.SendAsync(record, WebSocketMessageType.Text, true, cancellation);
    }
}
