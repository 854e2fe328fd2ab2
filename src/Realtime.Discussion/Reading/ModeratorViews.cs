using System.Runtime.Serialization;

namespace Realtime.Discussion.Reading;

/// <summary>What moderators decided about a comment last. For moderators only.</summary>
[DataContract]
public sealed record DecidedView
{
    [DataMember(Name = "decision")]
    public required string Decision { get; init; }

    [DataMember(Name = "by")]
    public required AuthorView By { get; init; }

    [DataMember(Name = "at")]
    public required DateTime At { get; init; }

    /// <summary>The revision that it was about.</summary>
    [DataMember(Name = "revision")]
    public required int Revision { get; init; }

    /// <summary>Hand it back as <c>after</c> with a decision: it says that this one is known.</summary>
    [DataMember(Name = "count")]
    public required int Count { get; init; }
}

/// <summary>What screening found in a comment. For moderators only.</summary>
[DataContract]
public sealed record FindingView
{
    [DataMember(Name = "step")]
    public required string Step { get; init; }

    /// <summary><c>allow</c>, <c>hold</c> or <c>reject</c>.</summary>
    [DataMember(Name = "verdict")]
    public required string Verdict { get; init; }

    [DataMember(Name = "code")]
    public required string Code { get; init; }

    [DataMember(Name = "rule")]
    public int? Rule { get; init; }

    /// <summary>Where in the raw text, in UTF-16 code units.</summary>
    [DataMember(Name = "spans")]
    public required IReadOnlyList<SpanView> Spans { get; init; }

    [DataMember(Name = "detail")]
    public string? Detail { get; init; }
}

[DataContract]
public sealed record SpanView
{
    [DataMember(Name = "start")]
    public required int Start { get; init; }

    [DataMember(Name = "length")]
    public required int Length { get; init; }
}
