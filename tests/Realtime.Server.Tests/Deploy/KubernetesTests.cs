using System.Diagnostics;
using Xunit;

namespace Realtime.Server.Tests.Deploy;

public sealed class KubernetesTests
{
    private static readonly string[] Workloads = ["Deployment", "StatefulSet"];

    public static TheoryData<string> Kustomizations => ["base", "redis", "overlays/example"];

    [Theory, MemberData(nameof(Kustomizations))]
    public void Every_file_that_a_kustomization_names_exists(string folder)
    {
        var kustomization = Kustomization.Of(folder);
        Assert.All(kustomization.Named, path => Assert.True(File.Exists(path) || File.Exists(Path.Combine(path, "kustomization.yaml")), path));
        Assert.All(kustomization.MapFiles, path => Assert.True(File.Exists(path), path));
    }

    [Theory, MemberData(nameof(Kustomizations))]
    public void No_manifest_is_left_out(string folder)
    {
        var files = Directory.GetFiles(DeployFolder.Kubernetes(folder), "*.yaml").Where(file => Path.GetFileName(file) != "kustomization.yaml");
        Assert.Empty(files.Except(Kustomization.Of(folder).Named));
    }

    [Theory, MemberData(nameof(Kustomizations))]
    public async Task Kubectl_renders_it(string folder)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(path => File.Exists(Path.Combine(path, "kubectl"))), "kubectl is not installed");
        using var kubectl = Process.Start(new ProcessStartInfo("kubectl", ["kustomize", DeployFolder.Kubernetes(folder)]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = kubectl.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var rendered = await kubectl.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await kubectl.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await errors);
        Assert.Equal(0, kubectl.ExitCode);
        Assert.Equal(Kustomization.Of(folder).Manifests.Count + Kustomization.Of(folder).Maps.Count, rendered.Split("\n---\n").Length);
    }

    [Fact]
    public void A_workload_selects_its_own_pods() => Assert.All(Pods(), pod =>
        Assert.True(IsSelected(pod, pod.At("spec.selector.matchLabels")), pod.Origin));

    [Fact]
    public void Every_selector_finds_exactly_one_workload() => Assert.All(Selectors(), selector =>
        Assert.Single(Pods(), pod => IsSelected(pod, selector)));

    [Fact]
    public void Every_port_named_anywhere_is_a_port_of_the_pods_meant()
    {
        foreach (var service in All("Service"))
            Assert.Subset(PortsOf(service.At("spec.selector")), service.At("spec.ports").Items.Select(port => port.Text("targetPort")).ToHashSet());
        foreach (var policy in All("NetworkPolicy"))
            Assert.Subset(PortsOf(policy.At("spec.podSelector.matchLabels")), policy.At("spec.ingress").Items.SelectMany(rule => rule.At("ports").Items).Select(port => port.Text("port")).ToHashSet());
        foreach (var pod in Pods())
            Assert.Subset(PortsOf(pod.At("spec.template.metadata.labels")), Probes(pod).Where(probe => probe.Find("exec") is null).Select(probe => (probe.Find("httpGet") ?? probe.At("tcpSocket")).Text("port")).ToHashSet());
    }

    [Fact]
    public void Every_workload_has_the_three_probes() => Assert.All(Pods(), pod => Assert.Equal(3, Probes(pod).Count()));

    [Fact]
    public void Starting_and_living_never_depend_on_the_store_and_being_ready_does()
    {
        var server = ServerContainer();
        Assert.Equal("/health/live", server.Text("startupProbe.httpGet.path"));
        Assert.Equal("/health/live", server.Text("livenessProbe.httpGet.path"));
        Assert.Equal("/health/ready", server.Text("readinessProbe.httpGet.path"));
    }

    [Fact]
    public void Rolling_never_takes_a_server_away_before_its_successor_has_proved_itself()
    {
        var deployment = Kustomization.Of("base").One("Deployment");
        Assert.Equal("0", deployment.Text("spec.strategy.rollingUpdate.maxUnavailable"));
        Assert.NotEqual("0", deployment.Text("spec.minReadySeconds"));
        Assert.Equal("1", Kustomization.Of("base").One("PodDisruptionBudget").Text("spec.maxUnavailable"));
    }

    [Fact]
    public void Nobody_is_root_and_nothing_can_be_written() => Assert.All(Pods(), pod =>
    {
        Assert.Equal("true", pod.Text("spec.template.spec.securityContext.runAsNonRoot"));
        Assert.NotEqual("0", pod.Text("spec.template.spec.securityContext.runAsUser"));
        Assert.All(Containers(pod), container =>
        {
            Assert.Equal("true", container.Text("securityContext.readOnlyRootFilesystem"));
            Assert.Equal("false", container.Text("securityContext.allowPrivilegeEscalation"));
        });
    });

    [Fact]
    public void Maps_referred_to_are_generated()
    {
        var maps = Kustomization.Of("overlays/example").Maps.Keys.ToHashSet();
        var named = All().SelectMany(manifest => manifest.Everywhere("configMapRef").Concat(manifest.Everywhere("configMap"))).Select(reference => reference.Text("name"));
        Assert.Subset(maps, named.ToHashSet());
    }

    [Fact]
    public void Secrets_are_referred_to_and_never_kept_here()
    {
        Assert.Empty(All("Secret"));
        var secret = ServerContainer().At("env").Items.Where(variable => variable.Find("valueFrom.secretKeyRef") is not null).Select(variable => variable.Text("name"));
        Assert.Equal(["Authentication__SigningKey", "Secrets__Key", "Store__Redis"], secret.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_ingress_leads_to_the_service()
    {
        var backend = Assert.Single(All("Ingress").SelectMany(ingress => ingress.Everywhere("backend")));
        var service = Kustomization.Of("base").One("Service");
        Assert.Equal(service.Text("metadata.name"), backend.Text("service.name"));
        Assert.Contains(service.At("spec.ports").Items, port => port.Text("name") == backend.Text("service.port.name"));
    }

    internal static YamlTree ServerContainer() => Assert.Single(Containers(Kustomization.Of("base").One("Deployment")));

    private static IEnumerable<YamlTree> All(string? kind = null) =>
        Kustomization.Of("overlays/example").Manifests.Where(manifest => kind is null || manifest.Text("kind") == kind);

    private static IEnumerable<YamlTree> Pods() => All().Where(manifest => Workloads.Contains(manifest.Text("kind")));

    private static IReadOnlyList<YamlTree> Containers(YamlTree workload) => workload.At("spec.template.spec.containers").Items;

    private static IEnumerable<YamlTree> Probes(YamlTree workload) => Containers(workload).SelectMany(container =>
        new[] { "startupProbe", "readinessProbe", "livenessProbe" }.Select(container.Find).OfType<YamlTree>());

    private static IEnumerable<YamlTree> Selectors() => All("Service").Select(service => service.At("spec.selector"))
        .Concat(All().Where(manifest => manifest.Text("kind") is "NetworkPolicy" or "PodDisruptionBudget").SelectMany(manifest => manifest.Everywhere("matchLabels")))
        .Concat(Pods().SelectMany(pod => pod.At("spec.template").Everywhere("matchLabels")));

    private static bool IsSelected(YamlTree workload, YamlTree selector) =>
        selector.Texts.All(workload.At("spec.template.metadata.labels").Texts.Contains);

    private static HashSet<string> PortsOf(YamlTree selector) =>
        [.. Pods().Where(pod => IsSelected(pod, selector)).SelectMany(Containers).SelectMany(container => container.At("ports").Items).Select(port => port.Text("name"))];
}
