using System.Globalization;
using Realtime.Faults.Processes;

namespace Realtime.Faults.Clusters;

/// <summary>
/// A network namespace per server, joined by a bridge. Silos talk directly to each other's advertised address, and on plain loopback all their packets
/// come from 127.0.0.1, so that no filter could tell them apart; here each has an address of its own. Needs root.
/// </summary>
internal sealed class PartitionedNetwork : IAsyncDisposable
{
    private readonly int _id = Environment.ProcessId % 250;
    private readonly int _servers;

    private PartitionedNetwork(int servers) => _servers = servers;

    /// <summary>The machine's own end of the bridge: the store listens there.</summary>
    public string Gateway => Address(1);

    private string Bridge => $"rtf{_id}";

    /// <summary>Why there can be none on this machine; null when there can.</summary>
    public static string? Missing() =>
        !Environment.IsPrivilegedProcess ? "cutting links between silos needs root"
        : Find("ip") is null ? "cutting links between silos needs the command ip (package iproute2)"
        : Find("iptables") is null ? "cutting links between silos needs the command iptables" : null;

    public static async Task<PartitionedNetwork> CreateAsync(int servers)
    {
        var network = new PartitionedNetwork(servers);
        await network.DisposeAsync();
        await Ip("link", "add", network.Bridge, "type", "bridge");
        await Ip("addr", "add", network.Gateway + "/24", "dev", network.Bridge);
        await Ip("link", "set", network.Bridge, "up");
        for (var index = 0; index < servers; index++) await network.AddAsync(index);
        return network;
    }

    public string AddressOf(int index) => Address(11 + index);

    public int IndexOf(string address) => Enumerable.Range(0, _servers).Where(index => AddressOf(index) == address).DefaultIfEmpty(-1).First();

    /// <summary>The command that runs another one in the server's namespace.</summary>
    public IReadOnlyList<string> Through(int index) => ["ip", "netns", "exec", Namespace(index)];

    /// <summary>What <paramref name="from"/> sends no longer arrives at <paramref name="to"/>.</summary>
    public Task CutAsync(int from, int to) => Ip("netns", "exec", Namespace(to), "iptables", "-A", "INPUT", "-s", AddressOf(from), "-j", "DROP");

    public async Task HealAsync()
    {
        for (var index = 0; index < _servers; index++) await Ip("netns", "exec", Namespace(index), "iptables", "-F");
    }

    public async ValueTask DisposeAsync()
    {
        for (var index = 0; index < _servers; index++) await TryAsync("netns", "del", Namespace(index));
        for (var index = 0; index < _servers; index++) await TryAsync("link", "del", Link(index));
        await TryAsync("link", "del", Bridge);
    }

    private async Task AddAsync(int index)
    {
        var inside = "eth0";
        await Ip("netns", "add", Namespace(index));
        await Ip("link", "add", Link(index), "type", "veth", "peer", "name", inside, "netns", Namespace(index));
        await Ip("link", "set", Link(index), "master", Bridge, "up");
        await Ip("-n", Namespace(index), "addr", "add", AddressOf(index) + "/24", "dev", inside);
        await Ip("-n", Namespace(index), "link", "set", inside, "up");
        await Ip("-n", Namespace(index), "link", "set", "lo", "up");
    }

    private string Address(int host) => string.Create(CultureInfo.InvariantCulture, $"10.213.{_id}.{host}");

    private string Namespace(int index) => $"rtf{_id}n{index}";

    private string Link(int index) => $"rtf{_id}v{index}";

    private static string? Find(string command) =>
        new[] { "/usr/sbin", "/sbin", "/usr/bin", "/bin" }.Select(folder => Path.Combine(folder, command)).FirstOrDefault(File.Exists);

    private static Task Ip(params string[] arguments) => ChildProcess.RunAsync(Find("ip")!, arguments);

    private static async Task TryAsync(params string[] arguments)
    {
        try
        {
            await Ip(arguments);
        }
        catch (InvalidOperationException)
        {
            // There was none: also what an earlier run has left is taken away.
        }
    }
}
