using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;
using Realtime.Grains;

namespace Realtime.Server.Hosting;

/// <summary>The Orleans silo in this process. The one place that knows how silos find each other: today each is alone.</summary>
internal static class Silo
{
    public static void AddSilo(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort: FreePort(), gatewayPort: 0, serviceId: "realtime", clusterId: "realtime");
            silo.Configure<SiloOptions>(options => options.SiloName = "realtime");
            silo.AddThreads();
        });
    }

    /// <summary>Orleans wants the number of its port beforehand, and two servers on one machine must not want the same.</summary>
    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
