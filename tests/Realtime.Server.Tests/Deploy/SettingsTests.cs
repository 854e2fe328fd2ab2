using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using Realtime.Redis.Stores;
using Xunit;

namespace Realtime.Server.Tests.Deploy;

public sealed partial class SettingsTests
{
    /// <summary>The configuration sections that deployments set, and the options that read them.</summary>
    private static readonly Dictionary<string, string> Sections = new()
    {
        ["Store"] = "StoreOptions",
        ["Cluster"] = "ClusteringOptions",
        ["Authentication"] = "SigningOptions",
        ["Cors"] = "CrossOriginOptions",
        ["Drain"] = "DrainOptions",
        ["Secrets"] = "SecretsOptions",
    };

    private static readonly Type[] Known = [.. new[] { typeof(Program).Assembly, typeof(StoreOptions).Assembly }.SelectMany(assembly => assembly.GetTypes())];

    private static Dictionary<string, string> BaseSettings => Kustomization.Of("base").Maps["realtime-settings"];

    [Fact]
    public void Every_setting_in_kubernetes_is_one_that_the_server_reads() =>
        Assert.All(
            Kustomization.Of("overlays/example").Maps["realtime-settings"].Keys.Concat(KubernetesTests.ServerContainer().At("env").Items.Select(variable => variable.Text("name"))),
            name => Assert.True(IsRead(name), name));

    [Fact]
    public void Every_setting_in_compose_is_one_that_the_server_reads() => Assert.All(
        ComposeTests.Servers.SelectMany(server => server.At("environment").Fields.Keys), name => Assert.True(IsRead(name), name));

    [Fact]
    public void Every_setting_in_the_image_and_the_guide_is_one_that_the_server_reads()
    {
        var texts = File.ReadAllText(DeployFolder.PathOf("Dockerfile")) + File.ReadAllText(DeployFolder.PathOf("README.md"));
        Assert.All(Setting().Matches(texts).Select(match => match.Value).Distinct(), name => Assert.True(IsRead(name), name));
    }

    [Fact]
    public void The_ports_between_servers_are_the_ones_that_are_opened()
    {
        var ports = KubernetesTests.ServerContainer().At("ports").Items.ToDictionary(port => port.Text("name"), port => port.Text("containerPort"));
        Assert.Equal((BaseSettings["Cluster__SiloPort"], BaseSettings["Cluster__GatewayPort"]), (ports["silo"], ports["gateway"]));
    }

    [Fact]
    public void A_drain_and_a_slow_stop_fit_into_the_grace_period()
    {
        var drain = new[] { "Notice", "Over", "Patience" }.Sum(phase => TimeSpan.Parse(BaseSettings[$"Drain__{phase}"], CultureInfo.InvariantCulture).TotalSeconds);
        var stop = new HostOptions().ShutdownTimeout.TotalSeconds;
        var grace = int.Parse(Kustomization.Of("base").One("Deployment").Text("spec.template.spec.terminationGracePeriodSeconds"), CultureInfo.InvariantCulture);
        Assert.InRange(drain + stop, 1, grace);
        Assert.All(ComposeTests.Servers, server => Assert.Equal($"{grace}s", server.Text("stop_grace_period")));
    }

    /// <summary><c>Section__Property</c>, or <c>Section__Property__0</c> for a list.</summary>
    private static bool IsRead(string name)
    {
        var parts = name.Split("__");
        return Sections.TryGetValue(parts[0], out var options)
            && Known.Single(type => type.Name == options).GetProperty(parts[1], BindingFlags.Public | BindingFlags.Instance) is { } property
            && (parts.Length == 2 || property.PropertyType != typeof(string));
    }

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+__[A-Z][A-Za-z]+(__\d+)?\b")]
    private static partial Regex Setting();
}
