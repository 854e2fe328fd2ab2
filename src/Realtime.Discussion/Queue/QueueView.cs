using System.Runtime.Serialization;
using Realtime.Discussion.Reading;

namespace Realtime.Discussion.Queue;

/// <summary>A page of the queue at one position.</summary>
[DataContract]
public sealed record QueueView
{
    /// <summary>Follow the queue from here to miss nothing.</summary>
    [DataMember(Name = "position")]
    public required string Position { get; init; }

    [DataMember(Name = "counts")]
    public required QueueCounts Counts { get; init; }

    /// <summary>What should be looked at first comes first.</summary>
    [DataMember(Name = "items")]
    public required IReadOnlyList<QueueItemView> Items { get; init; }

    /// <summary>Give it back as <c>cursor</c> for the next page; left out on the last.</summary>
    [DataMember(Name = "next")]
    public string? Next { get; init; }
}

/// <summary>How many comments wait, whatever page is shown.</summary>
[DataContract]
public sealed record QueueCounts
{
    [DataMember(Name = "pending")]
    public required int Pending { get; init; }

    [DataMember(Name = "reported")]
    public required int Reported { get; init; }

    [DataMember(Name = "appealed")]
    public required int Appealed { get; init; }

    /// <summary>At most 5,000: of what nobody has looked at the newest are kept.</summary>
    [DataMember(Name = "new")]
    public required int New { get; init; }

    /// <summary>Of all these, the ones with a notice of illegal content.</summary>
    [DataMember(Name = "urgent")]
    public required int Urgent { get; init; }
}

/// <summary>A comment that waits for a moderator, without its words.</summary>
[DataContract]
public sealed record QueueItemView
{
    [DataMember(Name = "article")]
    public required string Article { get; init; }

    [DataMember(Name = "title")]
    public string? Title { get; init; }

    [DataMember(Name = "number")]
    public required int Number { get; init; }

    [DataMember(Name = "revision")]
    public required int Revision { get; init; }

    /// <summary><c>pending</c>, <c>reported</c>, <c>appealed</c> or <c>new</c>; where one comment is asked for also <c>none</c>: it does not wait.</summary>
    [DataMember(Name = "state")]
    public required string State { get; init; }

    /// <summary>What is looked at first, from 0: illegal, suspect, manyReports, pending, appealed, reported, new; with the state <c>none</c> that as well.</summary>
    [DataMember(Name = "rank")]
    public required string Rank { get; init; }

    /// <summary>Its place among the others, to sort by: compare letter by letter.</summary>
    [DataMember(Name = "order")]
    public required string Order { get; init; }

    [DataMember(Name = "since")]
    public required DateTime Since { get; init; }

    [DataMember(Name = "author")]
    public required AuthorView Author { get; init; }

    /// <summary>Whether the author has not signed in.</summary>
    [DataMember(Name = "guest")]
    public bool Guest { get; init; }

    [DataMember(Name = "createdAt")]
    public required DateTime CreatedAt { get; init; }

    [DataMember(Name = "replyTo")]
    public int? ReplyTo { get; init; }

    [DataMember(Name = "reporters")]
    public int Reporters { get; init; }

    [DataMember(Name = "reasons")]
    public IReadOnlyDictionary<string, int>? Reasons { get; init; }

    [DataMember(Name = "findings")]
    public IReadOnlyList<ItemFindingView>? Findings { get; init; }

    [DataMember(Name = "tags")]
    public IReadOnlyList<string>? Tags { get; init; }

    [DataMember(Name = "claim")]
    public ClaimView? Claim { get; init; }

    /// <summary>The beginning of what it says, as one line of at most 240 UTF-16 code units; over HTTP only.</summary>
    [DataMember(Name = "excerpt")]
    public string? Excerpt { get; init; }

    /// <summary>What it says, and who wrote it; only where one comment is asked for.</summary>
    [DataMember(Name = "context")]
    public ItemContext? Context { get; init; }
}

/// <summary>What screening found.</summary>
[DataContract]
public sealed record ItemFindingView
{
    [DataMember(Name = "step")]
    public required string Step { get; init; }

    [DataMember(Name = "code")]
    public required string Code { get; init; }

    [DataMember(Name = "rule")]
    public int? Rule { get; init; }

    [DataMember(Name = "detail")]
    public string? Detail { get; init; }

    /// <summary>Pairs of start and length in the comment's text, in UTF-16 code units, one after the other; the first ten.</summary>
    [DataMember(Name = "spans")]
    public required IReadOnlyList<int> Spans { get; init; }
}

/// <summary>Who is at the item, until when.</summary>
[DataContract]
public sealed record ClaimView
{
    [DataMember(Name = "by")]
    public required AuthorView By { get; init; }

    [DataMember(Name = "until")]
    public required DateTime Until { get; init; }
}
