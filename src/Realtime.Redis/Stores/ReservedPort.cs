using System.Net;
using System.Net.Sockets;

namespace Realtime.Redis.Stores;

/// <summary>A loopback port that stays ours while nobody listens on it. Listeners share it, as both sides allow it.</summary>
internal sealed class ReservedPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ReservedPort()
    {
        _socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Address = (IPEndPoint)_socket.LocalEndPoint!;
    }

    public IPEndPoint Address { get; }

    public void Dispose() => _socket.Dispose();
}
