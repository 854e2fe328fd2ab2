using System.Net;
using System.Net.Sockets;

namespace Realtime.Faults.Processes;

/// <summary>A port that nobody listens on. A restarted process keeps its own, so that clients find it again.</summary>
internal static class FreePort
{
    public static int Next()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
