using System.Runtime.Serialization;
using Realtime.Discussion.Reading;

namespace Realtime.Discussion.Commenters;

/// <summary>A page of what a person was told, newest first. Over the hub (<c>Inbox</c>) with the new and changed items only.</summary>
[DataContract]
public sealed record InboxView
{
    [DataMember(Name = "site")]
    public required string Site { get; init; }

    [DataMember(Name = "unread")]
    public required int Unread { get; init; }

    /// <summary>Everything up to this id has been read.</summary>
    [DataMember(Name = "readThrough")]
    public required long ReadThrough { get; init; }

    [DataMember(Name = "items")]
    public required IReadOnlyList<InboxItemView> Items { get; init; }

    /// <summary>Ids of items that are there no longer; over the hub only.</summary>
    [DataMember(Name = "gone")]
    public IReadOnlyList<long>? Gone { get; init; }

    /// <summary>Give it back as <c>cursor</c> for the next page; left out on the last.</summary>
    [DataMember(Name = "next")]
    public string? Next { get; init; }
}

/// <summary>Something a person was told. Which members are present depends on <see cref="Kind"/>.</summary>
[DataContract]
public sealed record InboxItemView
{
    [DataMember(Name = "id")]
    public required long Id { get; init; }

    /// <summary>
    /// <c>reply</c>, <c>mention</c>, <c>addressed</c>, <c>approved</c>, <c>rejected</c>, <c>warned</c>, <c>suspended</c>, <c>banned</c>, <c>reportUpheld</c>,
    /// <c>reportGroundless</c>, <c>appealGranted</c>, <c>appealDenied</c>.
    /// </summary>
    [DataMember(Name = "kind")]
    public required string Kind { get; init; }

    [DataMember(Name = "at")]
    public required DateTime At { get; init; }

    [DataMember(Name = "article")]
    public string? Article { get; init; }

    [DataMember(Name = "title")]
    public string? Title { get; init; }

    /// <summary>The comment it is about.</summary>
    [DataMember(Name = "number")]
    public int? Number { get; init; }

    [DataMember(Name = "replyTo")]
    public int? ReplyTo { get; init; }

    [DataMember(Name = "from")]
    public AuthorView? From { get; init; }

    [DataMember(Name = "reason")]
    public string? Reason { get; init; }

    [DataMember(Name = "rule")]
    public int? Rule { get; init; }

    [DataMember(Name = "note")]
    public string? Note { get; init; }

    [DataMember(Name = "until")]
    public DateTime? Until { get; init; }
}
