using System.Net;
using System.Net.Sockets;

namespace Realtime.Faults.Links;

/// <summary>One connection through a <see cref="TcpProxy"/>: two directions, each on its own.</summary>
internal sealed class ProxiedConnection : IDisposable
{
    private const int Piece = 16 * 1024;
    private readonly CancellationTokenSource _cut = new();
    private readonly Socket _client;
    private readonly Socket _server;
    private readonly LinkState _state;

    public ProxiedConnection(Socket client, LinkState state, int? receiveBuffer)
    {
        (_client, _state) = (client, state);
        _server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _client.NoDelay = true;
        if (receiveBuffer is not { } bytes) return;
        _server.ReceiveBufferSize = bytes;
        _client.SendBufferSize = bytes;
    }

    /// <summary>The local port of the way to the target, 0 while there is none.</summary>
    public int PortToTarget { get; private set; }

    /// <summary>Ends both sides with a reset; what is still under way is lost.</summary>
    public void Cut()
    {
        Break(_client);
        Break(_server);
        try
        {
            _cut.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It had just ended by itself.
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _cut.Dispose();
    }

    /// <summary>Passes bytes until one side ends.</summary>
    public async Task RunAsync(EndPoint target, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _cut.Token);
        try
        {
            await _state.PassAsync(toTarget: true, ending.Token);
            await _server.ConnectAsync(target, ending.Token);
            PortToTarget = ((IPEndPoint)_server.LocalEndPoint!).Port;
            await Task.WhenAny(PassAsync(_client, _server, true, ending.Token), PassAsync(_server, _client, false, ending.Token));
        }
        catch (Exception e) when (IsEnd(e))
        {
            // Nobody to tell: the end is passed on below.
        }

        await ending.CancelAsync();
    }

    private async Task PassAsync(Socket from, Socket to, bool toTarget, CancellationToken cancellation)
    {
        var buffer = new byte[Piece];
        try
        {
            while (true)
            {
                var terms = await _state.PassAsync(toTarget, cancellation);
                var rate = toTarget ? null : terms.BytesPerSecondFromTarget;
                var read = await from.ReceiveAsync(buffer.AsMemory(0, rate is { } limit ? Math.Clamp(limit / 10, 1, Piece) : Piece), cancellation);
                if (read == 0) return;
                await _state.PassAsync(toTarget, cancellation);
                if (terms.Delay > TimeSpan.Zero) await Task.Delay(terms.Delay, cancellation);
                for (var sent = 0; sent < read;) sent += await to.SendAsync(buffer.AsMemory(sent, read - sent), cancellation);
                _state.Passed(toTarget, read);
                if (rate is { } perSecond) await Task.Delay(TimeSpan.FromSeconds((double)read / perSecond), cancellation);
            }
        }
        catch (Exception e) when (IsEnd(e))
        {
            // The other direction ends with this one.
        }
    }

    private static bool IsEnd(Exception failure) => failure is SocketException or OperationCanceledException or ObjectDisposedException;

    /// <summary>Without lingering, closing sends a reset and forgets what was still to be sent.</summary>
    private static void Break(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
        }
        catch (Exception e) when (IsEnd(e))
        {
            return;
        }

        socket.Dispose();
    }
}
