using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Realtime.Server.Tests.Deploy;

public sealed partial class ComposeTests
{
    private static readonly YamlTree Compose = YamlTree.LoadOne(DeployFolder.PathOf("compose.yaml"));

    private static IReadOnlyDictionary<string, YamlTree> Services => Compose.At("services").Fields;

    internal static IEnumerable<YamlTree> Servers => Services.Values.Where(service => service.Find("environment") is not null);

    [Fact]
    public void Three_servers_have_an_address_of_their_own_and_tell_it()
    {
        Assert.Equal(3, Servers.Count());
        Assert.All(Servers, server => Assert.Equal(server.Text("networks.cluster.ipv4_address"), server.Text("environment.Cluster__AdvertisedAddress")));
        var network = IPNetwork.Parse(Compose.At("networks.cluster.ipam.config").Items[0].Text("subnet"));
        var addresses = Servers.Select(server => IPAddress.Parse(server.Text("networks.cluster.ipv4_address"))).ToHashSet();
        Assert.Equal(3, addresses.Count);
        Assert.All(addresses, address => Assert.True(network.Contains(address)));
    }

    [Fact]
    public void What_a_service_needs_is_declared() => Assert.All(Services.Values, service =>
    {
        Assert.Subset(Services.Keys.ToHashSet(), NamesIn(service, "depends_on"));
        Assert.Subset(Compose.At("networks").Fields.Keys.ToHashSet(), NamesIn(service, "networks"));
        Assert.All(service.Find("volumes")?.Items ?? [], volume => Assert.True(IsThere(volume.Value.Split(':')[0]), volume.Value));
    });

    [Fact]
    public void A_service_that_others_wait_for_has_a_health_check()
    {
        var waitedFor = Services.Values.SelectMany(service => service.Find("depends_on")?.Fields ?? new Dictionary<string, YamlTree>())
            .Where(needed => needed.Value.Text("condition") == "service_healthy").Select(needed => needed.Key);
        Assert.All(waitedFor.Distinct(), name => Assert.NotNull(Services[name].Find("healthcheck")));
    }

    [Fact]
    public void The_image_is_built_from_what_is_here() => Assert.All(Servers, server =>
        Assert.True(File.Exists(Path.Combine(DeployFolder.PathOf(server.Text("build.context")), server.Text("build.dockerfile")))));

    [Fact]
    public void The_proxy_knows_every_server_and_asks_whether_it_is_ready()
    {
        var proxy = File.ReadAllText(DeployFolder.PathOf("proxy", "Caddyfile"));
        var upstreams = Upstream().Matches(proxy).Select(match => match.Groups[1].Value);
        Assert.Equal(Services.Where(service => service.Value.Find("environment") is not null).Select(service => service.Key), upstreams);
        Assert.Contains("health_uri /health/ready", proxy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_signing_key_has_no_default() => Assert.All(Servers, server =>
        Assert.StartsWith("${REALTIME_SIGNING_KEY:?", server.Text("environment.Authentication__SigningKey"), StringComparison.Ordinal));

    [Fact]
    public void The_image_runs_as_nobody()
    {
        var dockerfile = File.ReadAllLines(DeployFolder.PathOf("Dockerfile"));
        Assert.Equal("USER $APP_UID", dockerfile.Last(line => line.StartsWith("USER", StringComparison.Ordinal)));
    }

    private static HashSet<string> NamesIn(YamlTree service, string field) =>
        service.Find(field) is { } named ? [.. named.Items.Select(item => item.Value), .. named.Fields.Keys] : [];

    private static bool IsThere(string volume) =>
        volume.StartsWith('.') ? File.Exists(DeployFolder.PathOf(volume)) : Compose.At("volumes").Fields.ContainsKey(volume);

    [GeneratedRegex(@"\b(server\d+):8080")]
    private static partial Regex Upstream();
}
