namespace Realtime.Faults.Clusters;

/// <summary>What is started for a fault.</summary>
internal sealed record ClusterPlan
{
    public int Servers { get; init; } = 1;

    /// <summary>The embedded store instead of a Redis; then there is one server.</summary>
    public bool IsEmbedded { get; init; }

    /// <summary>The store's <c>appendfsync</c>.</summary>
    public string Fsync { get; init; } = "everysec";

    /// <summary>Where the store keeps its files; in the run's directory when left out.</summary>
    public string? StoreDirectory { get; init; }

    /// <summary>Clients reach every server through a link of their own that can be cut.</summary>
    public bool LinksToClients { get; init; }

    /// <summary>Each server in its own network namespace, so that the links between them can be cut.</summary>
    public bool IsPartitionable { get; init; }

    /// <summary>Further settings of the server with this index.</summary>
    public Func<int, IReadOnlyDictionary<string, string>> Settings { get; init; } = _ => new Dictionary<string, string>();

    /// <summary>The program of the server with this index, when it is not the one under test.</summary>
    public Func<int, string?> Program { get; init; } = _ => null;

    /// <summary>A second cluster on the store of another one.</summary>
    public Cluster? SharesStoreOf { get; init; }
}
