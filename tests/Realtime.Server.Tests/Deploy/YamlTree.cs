using YamlDotNet.Core;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Realtime.Server.Tests.Deploy;

/// <summary>YAML as a tree that answers paths: <c>At("spec.template.metadata.labels")</c>.</summary>
internal sealed class YamlTree(YamlNode node, string origin)
{
    public static IReadOnlyList<YamlTree> Load(string file)
    {
        using var text = File.OpenText(file);
        var stream = new YamlStream();
        // Anchors and "<<" as compose writes them.
        stream.Load(new MergingParser(new Parser(text)));
        return [.. stream.Documents.Select(document => new YamlTree(document.RootNode, file))];
    }

    public static YamlTree LoadOne(string file) => Assert.Single(Load(file));

    public string Origin => origin;

    public YamlTree? Find(string path) =>
        path.Split('.').Aggregate((YamlNode?)node, (at, key) => at is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var next) ? next : null)
            is { } found ? new YamlTree(found, origin) : null;

    public YamlTree At(string path) => Find(path) ?? throw new KeyNotFoundException($"{origin}: {path} is missing.");

    public string Text(string path) => At(path).Value;

    public string Value => ((YamlScalarNode)node).Value!;

    public IReadOnlyList<YamlTree> Items => node is YamlSequenceNode list ? [.. list.Select(item => new YamlTree(item, origin))] : [];

    public IReadOnlyDictionary<string, YamlTree> Fields => node is YamlMappingNode map
        ? map.Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => new YamlTree(pair.Value, origin))
        : new Dictionary<string, YamlTree>();

    public IReadOnlyDictionary<string, string> Texts => Fields.ToDictionary(pair => pair.Key, pair => pair.Value.Value);

    /// <summary>This node and all below it that have the field, e.g. every <c>secretKeyRef</c>.</summary>
    public IEnumerable<YamlTree> Everywhere(string name) =>
        (Find(name) is { } here ? [here] : Enumerable.Empty<YamlTree>()).Concat(Fields.Values.Concat(Items).SelectMany(child => child.Everywhere(name)));
}
