using Xunit;

namespace Realtime.Server.Tests.Deploy;

/// <summary>What a folder with a <c>kustomization.yaml</c> makes: its own manifests and those of the folders it names.</summary>
internal sealed class Kustomization(string folder)
{
    private readonly YamlTree _file = YamlTree.LoadOne(Path.Combine(folder, "kustomization.yaml"));

    public static Kustomization Of(string folder) => new(DeployFolder.Kubernetes(folder));

    public IEnumerable<string> Named => _file.At("resources").Items.Select(item => Path.GetFullPath(Path.Combine(folder, item.Value)));

    public IEnumerable<string> Folders => Named.Where(Directory.Exists);

    public IReadOnlyList<YamlTree> Manifests =>
        [.. Named.Where(File.Exists).SelectMany(YamlTree.Load), .. Folders.SelectMany(named => new Kustomization(named).Manifests)];

    public YamlTree One(string kind) => Assert.Single(Manifests, manifest => manifest.Text("kind") == kind);

    /// <summary>The generated maps' names and literal settings; a later one (an overlay's) wins.</summary>
    public Dictionary<string, Dictionary<string, string>> Maps
    {
        get
        {
            var maps = Folders.SelectMany(named => new Kustomization(named).Maps).ToDictionary();
            foreach (var map in _file.Find("configMapGenerator")?.Items ?? [])
            {
                var settings = maps.TryGetValue(map.Text("name"), out var known) ? known : maps[map.Text("name")] = [];
                foreach (var literal in map.Find("literals")?.Items ?? []) settings[literal.Value.Split('=', 2)[0]] = literal.Value.Split('=', 2)[1];
            }

            return maps;
        }
    }

    public IEnumerable<string> MapFiles => (_file.Find("configMapGenerator")?.Items ?? [])
        .SelectMany(map => map.Find("files")?.Items ?? []).Select(file => Path.Combine(folder, file.Value));
}
