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

    /// <summary>Whether every comment waits for a moderator, for the thread's own reasons; the site may have others.</summary>
    [DataMember(Name = "review")]
    public required bool Review { get; init; }

    /// <summary>How many seconds apart one person's comments must be, for the thread's own reasons; left out when they need not.</summary>
    [DataMember(Name = "slowMode")]
    public int? SlowMode { get; init; }

    /// <summary>Until when the thread is guarded against a flood; left out when it is not.</summary>
    [DataMember(Name = "guardedUntil")]
    public DateTime? GuardedUntil { get; init; }

    /// <summary>The numbers of the comments that stay on top.</summary>
    [DataMember(Name = "pinned")]
    public required IReadOnlyList<int> Pinned { get; init; }

    /// <summary>Comments that readers can see, in the whole thread.</summary>
    [DataMember(Name = "commentCount")]
    public required int CommentCount { get; init; }

    [DataMember(Name = "comments")]
    public required IReadOnlyList<CommentView> Comments { get; init; }

    /// <summary>Where asked for: the comments that these answer and that are not among them.</summary>
    [DataMember(Name = "context")]
    public IReadOnlyList<CommentView>? Context { get; init; }

    /// <summary>Give it back as <c>cursor</c> for the next page; left out on the last.</summary>
    [DataMember(Name = "next")]
    public string? Next { get; init; }

    /// <summary>What is only for the person who asks, when they have signed in.</summary>
    [DataMember(Name = "you")]
    public OwnView? You { get; init; }
}

/// <summary>What one person has in a thread that others do not see, or that is not told in general.</summary>
[DataContract]
public sealed record OwnView
{
    /// <summary>Their comments that readers do not see, in order; at most 50, the newest.</summary>
    [DataMember(Name = "comments")]
    public required IReadOnlyList<CommentView> Comments { get; init; }

    /// <summary>The kinds of reaction that they gave, by the comment's number; at most 1,000 comments, the newest.</summary>
    [DataMember(Name = "reactions")]
    public required IReadOnlyDictionary<int, IReadOnlyList<string>> Reactions { get; init; }
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
