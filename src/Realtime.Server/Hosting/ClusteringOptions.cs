using System.Net;

namespace Realtime.Server.Hosting;

/// <summary>How this server and others find each other (configuration section <c>Cluster</c>). Used with a shared store only; on the embedded store a server is alone.</summary>
internal sealed record ClusteringOptions
{
    /// <summary>Servers with the same id on the same store are one cluster.</summary>
    public string Id { get; init; } = "realtime";

    /// <summary>The address under which the other servers reach this one.</summary>
    public string AdvertisedAddress { get; init; } = "127.0.0.1";

    /// <summary>The port between servers; 0 takes a free one.</summary>
    public int SiloPort { get; init; }

    /// <summary>The port for clients of the cluster from outside it; 0 takes a free one.</summary>
    public int GatewayPort { get; init; }

    /// <summary>How often each server is asked whether it lives, and how long it may take to say so.</summary>
    public TimeSpan ProbeEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>So many answers missing in a row make a server suspect. It must outlast a garbage collection, and it is most of the pause when a server dies.</summary>
    public int MissedProbes { get; init; } = 3;

    /// <summary>A server that has not said for three times as long that it is alive is no obstacle for one that joins, e.g. after all were killed at once.</summary>
    public TimeSpan AliveEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a call between servers may take before its outcome counts as unknown.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(6);

    public IPAddress Address => IPAddress.Parse(AdvertisedAddress);

    /// <summary>Every mistake, each beginning with the configuration key that it is about.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (Id.Length is 0 or > 64 || !Id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')) yield return "Cluster:Id must be 1 to 64 letters, digits, '-', '_' or '.'.";
        if (!IPAddress.TryParse(AdvertisedAddress, out _)) yield return "Cluster:AdvertisedAddress must be an IP address.";
        if (SiloPort is < 0 or > 65535) yield return "Cluster:SiloPort must be a port, or 0 for a free one.";
        if (GatewayPort is < 0 or > 65535) yield return "Cluster:GatewayPort must be a port, or 0 for a free one.";
        if (ProbeEvery < TimeSpan.FromMilliseconds(100)) yield return "Cluster:ProbeEvery must be at least 100 ms.";
        if (MissedProbes < 1) yield return "Cluster:MissedProbes must be at least 1.";
        if (AliveEvery < TimeSpan.FromSeconds(1)) yield return "Cluster:AliveEvery must be at least a second.";
        if (CallTimeout < TimeSpan.FromSeconds(1)) yield return "Cluster:CallTimeout must be at least a second.";
    }
}
