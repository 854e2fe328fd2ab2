using System.Runtime.Serialization;

namespace Realtime.Discussion.Queue;

/// <summary>
/// What has become of the items that were touched between two positions. Each is told as it is now, once, so that taking a change in twice does no harm.
/// A claim that runs out is not told: it carries its end.
/// </summary>
[DataContract]
public sealed record QueueChanged
{
    [DataMember(Name = "site")]
    public required string Site { get; init; }

    [DataMember(Name = "from")]
    public required long From { get; init; }

    [DataMember(Name = "to")]
    public required long To { get; init; }

    [DataMember(Name = "position")]
    public required string Position { get; init; }

    [DataMember(Name = "counts")]
    public required QueueCounts Counts { get; init; }

    /// <summary>Items that wait: new ones, and ones that are no longer as they were.</summary>
    [DataMember(Name = "items")]
    public required IReadOnlyList<QueueItemView> Items { get; init; }

    /// <summary>Items that wait no longer.</summary>
    [DataMember(Name = "left")]
    public required IReadOnlyList<ItemLeftView> Left { get; init; }
}

[DataContract]
public sealed record ItemLeftView
{
    [DataMember(Name = "article")]
    public required string Article { get; init; }

    [DataMember(Name = "number")]
    public required int Number { get; init; }

    /// <summary>What a moderator decided; left out when it left for another reason.</summary>
    [DataMember(Name = "decision")]
    public string? Decision { get; init; }

    [DataMember(Name = "by")]
    public string? By { get; init; }
}
