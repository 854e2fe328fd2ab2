using System.Runtime.Serialization;

namespace Realtime.Discussion.Reading;

/// <summary>A page of a thread's comments at one position.</summary>
[DataContract]
public sealed record ThreadPage
{
    /// <summary>What the page shows is exact at this position: watch from it to miss nothing.</summary>
    [DataMember(Name = "position")]
    public required string Position { get; init; }

    /// <summary>What the publisher said of the article; left out when it has not been described.</summary>
    [DataMember(Name = "article")]
    public ArticleView? Article { get; init; }

    [DataMember(Name = "closed")]
    public required bool Closed { get; init; }

    /// <summary>When the discussion closes by itself; left out when no time is set.</summary>
    [DataMember(Name = "closesAt")]
    public DateTime? ClosesAt { get; init; }

    /// <summary>Comments that readers can see, in the whole thread.</summary>
    [DataMember(Name = "commentCount")]
    public required int CommentCount { get; init; }

    [DataMember(Name = "comments")]
    public required IReadOnlyList<CommentView> Comments { get; init; }

    /// <summary>Give it back as <c>cursor</c> for the next page; left out on the last.</summary>
    [DataMember(Name = "next")]
    public string? Next { get; init; }
}

/// <summary>One comment with the comments it answers, nearest last.</summary>
[DataContract]
public sealed record CommentInContext
{
    [DataMember(Name = "position")]
    public required string Position { get; init; }

    [DataMember(Name = "comment")]
    public required CommentView Comment { get; init; }

    /// <summary>The conversation above the comment, outermost first; at most 100, the nearest.</summary>
    [DataMember(Name = "ancestors")]
    public required IReadOnlyList<CommentView> Ancestors { get; init; }

    /// <summary>True when the conversation goes further up than <see cref="Ancestors"/>.</summary>
    [DataMember(Name = "moreAncestors")]
    public required bool MoreAncestors { get; init; }
}

[DataContract]
public sealed record ArticleView
{
    [DataMember(Name = "title")]
    public required string Title { get; init; }

    [DataMember(Name = "url")]
    public string? Url { get; init; }

    [DataMember(Name = "publishedAt")]
    public DateTime? PublishedAt { get; init; }

    [DataMember(Name = "section")]
    public string? Section { get; init; }

    [DataMember(Name = "tags")]
    public required IReadOnlyList<string> Tags { get; init; }
}
