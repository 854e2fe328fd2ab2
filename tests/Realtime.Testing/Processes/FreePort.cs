using System.Net;
using System.Net.Sockets;

namespace Realtime.Testing.Processes;

/// <summary>A port that nobody listens on: for what is started again and must be found again.</summary>
public static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
