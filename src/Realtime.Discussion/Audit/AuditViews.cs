using System.Runtime.Serialization;
using Realtime.Discussion.Reading;

namespace Realtime.Discussion.Audit;

/// <summary>Something that happened in a thread, by whom and why. Which members are present depends on <see cref="Type"/>.</summary>
[DataContract]
public sealed record AuditEvent
{
    [DataMember(Name = "sequence")]
    public required long Sequence { get; init; }

    [DataMember(Name = "at")]
    public required DateTime At { get; init; }

    /// <summary>
    /// <c>commentPosted</c>, <c>commentEdited</c>, <c>commentRemoved</c>, <c>commentDecided</c>, <c>commentReported</c>, <c>rejectionAppealed</c>, <c>commentsMoved</c>,
    /// <c>commentReceived</c>, <c>reactionChanged</c>, <c>articleDescribed</c>, <c>threadClosed</c>, <c>threadReopened</c>, <c>closeScheduled</c>,
    /// <c>threadModeSet</c>, <c>guardEnded</c> or <c>personErased</c>.
    /// </summary>
    [DataMember(Name = "type")]
    public required string Type { get; init; }

    /// <summary>Who did it, by the last name known in this thread.</summary>
    [DataMember(Name = "by")]
    public required AuthorView By { get; init; }

    [DataMember(Name = "number")]
    public int? Number { get; init; }

    /// <summary>All comments concerned, when there are several.</summary>
    [DataMember(Name = "numbers")]
    public IReadOnlyList<int>? Numbers { get; init; }

    [DataMember(Name = "revision")]
    public int? Revision { get; init; }

    /// <summary>The comment's status before, when it is another one now.</summary>
    [DataMember(Name = "before")]
    public string? Before { get; init; }

    /// <summary>The comment's status from then on.</summary>
    [DataMember(Name = "status")]
    public string? Status { get; init; }

    [DataMember(Name = "decision")]
    public string? Decision { get; init; }

    [DataMember(Name = "reason")]
    public string? Reason { get; init; }

    [DataMember(Name = "rule")]
    public int? Rule { get; init; }

    /// <summary>The moderator's words to the author. Plain text, never HTML.</summary>
    [DataMember(Name = "note")]
    public string? Note { get; init; }

    /// <summary>The words of whoever reported or appealed. Plain text, never HTML.</summary>
    [DataMember(Name = "detail")]
    public string? Detail { get; init; }

    /// <summary>The raw words that were written. Never show them as HTML.</summary>
    [DataMember(Name = "text")]
    public string? Text { get; init; }

    [DataMember(Name = "replyTo")]
    public int? ReplyTo { get; init; }

    /// <summary><c>moderator</c> or <c>staff</c> when somebody else edited the author's words.</summary>
    [DataMember(Name = "editedAs")]
    public string? EditedAs { get; init; }

    /// <summary>With <c>commentReceived</c>: who wrote the comment.</summary>
    [DataMember(Name = "author")]
    public AuthorView? Author { get; init; }

    /// <summary>Likewise: the article where it was before.</summary>
    [DataMember(Name = "from")]
    public string? From { get; init; }

    /// <summary>With <c>commentsMoved</c>: the article where they go on.</summary>
    [DataMember(Name = "to")]
    public string? To { get; init; }

    [DataMember(Name = "reaction")]
    public string? Reaction { get; init; }

    [DataMember(Name = "on")]
    public bool? On { get; init; }

    [DataMember(Name = "review")]
    public bool? Review { get; init; }

    [DataMember(Name = "slowMode")]
    public int? SlowMode { get; init; }

    [DataMember(Name = "until")]
    public DateTime? Until { get; init; }

    [DataMember(Name = "title")]
    public string? Title { get; init; }
}

/// <summary>A part of what happened, in order.</summary>
[DataContract]
public sealed record AuditEvents
{
    [DataMember(Name = "events")]
    public required IReadOnlyList<AuditEvent> Events { get; init; }

    /// <summary>Give it back as <c>cursor</c> for what happened next; left out at the end.</summary>
    [DataMember(Name = "next")]
    public string? Next { get; init; }
}

/// <summary>A page of a thread as readers had it at a moment. Whoever has been erased since is erased here too.</summary>
[DataContract]
public sealed record ThreadThen
{
    /// <summary>The moment asked for, or when the position was reached; left out when nothing had happened.</summary>
    [DataMember(Name = "at")]
    public DateTime? At { get; init; }

    [DataMember(Name = "position")]
    public required string Position { get; init; }

    [DataMember(Name = "article")]
    public ArticleView? Article { get; init; }

    [DataMember(Name = "closed")]
    public required bool Closed { get; init; }

    [DataMember(Name = "pinned")]
    public required IReadOnlyList<int> Pinned { get; init; }

    [DataMember(Name = "commentCount")]
    public required int CommentCount { get; init; }

    [DataMember(Name = "comments")]
    public required IReadOnlyList<CommentView> Comments { get; init; }

    /// <summary>Give it back as <c>cursor</c> for the next page; left out on the last.</summary>
    [DataMember(Name = "next")]
    public string? Next { get; init; }

    public static ThreadThen Of(ThreadPage page, DateTimeOffset? at) => new()
    {
        At = at?.UtcDateTime,
        Position = page.Position,
        Article = page.Article,
        Closed = page.Closed,
        Pinned = page.Pinned,
        CommentCount = page.CommentCount,
        Comments = page.Comments,
        Next = page.Next,
    };
}
