using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Realtime.Faults.Links;

/// <summary>
/// A link between two processes that can be spoiled while it is in use: delayed, held in one or both directions, throttled, refused, cut. It keeps
/// next to nothing: what it may not pass on it does not read, so that the sender's window closes as on a real connection.
/// </summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ProxiedConnection, Task> _connections = [];
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _ending = new();
    private readonly EndPoint _target;
    private readonly int? _receiveBuffer;
    private readonly Task _accepting;
    private readonly LinkState _state = new();

    /// <param name="target">Where connections lead.</param>
    /// <param name="receiveBuffer">The kernel's buffer for what the target sends; small ones make a stalled reader be felt at once.</param>
    public TcpProxy(EndPoint target, int? receiveBuffer = null)
    {
        (_target, _receiveBuffer) = (target, receiveBuffer);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(4096);
        _accepting = AcceptAsync();
    }

    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndPoint!;

    public int Connections => _connections.Count;

    public long BytesToTarget => _state.BytesToTarget;

    public long BytesFromTarget => _state.BytesFromTarget;

    public LinkTerms Terms
    {
        get => _state.Terms;
        set => _state.Terms = value;
    }

    /// <summary>Breaks all connections at once with a reset; new ones are accepted as the terms say.</summary>
    public void Cut()
    {
        foreach (var connection in _connections.Keys) connection.Cut();
    }

    /// <summary>Whether one of the connections reaches the target from this local port.</summary>
    public bool Speaks(int port) => _connections.Keys.Any(connection => connection.PortToTarget == port);

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Dispose();
        Cut();
        await _accepting;
        await Task.WhenAll(_connections.Values);
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                Serve(await _listener.AcceptAsync(_ending.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                if (_ending.IsCancellationRequested) return;
            }
        }
    }

    private void Serve(Socket client)
    {
        var connection = new ProxiedConnection(client, _state, _receiveBuffer);
        if (Terms.Refuses)
        {
            connection.Cut();
            connection.Dispose();
            return;
        }

        var serving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _connections[connection] = serving.Task;
        _ = ServeAsync(connection, serving);
    }

    private async Task ServeAsync(ProxiedConnection connection, TaskCompletionSource done)
    {
        await connection.RunAsync(_target, _ending.Token);
        _connections.TryRemove(connection, out _);
        connection.Dispose();
        done.SetResult();
    }
}
