using System.Runtime.Serialization;

namespace Realtime.Discussion.Reading;

/// <summary>
/// A comment as somebody sees it, over HTTP and in live changes. All counts are absolute, so that applying a change twice does no harm. Of a comment that they
/// may not read only number, place, times and counts are told.
/// </summary>
[DataContract]
public sealed record CommentView
{
    /// <summary>Per thread, dense from 1, permanent: the permalink is <c>#comment-5</c>.</summary>
    [DataMember(Name = "number")]
    public required int Number { get; init; }

    [DataMember(Name = "author")]
    public AuthorView? Author { get; init; }

    /// <summary>Shown beside the author's name.</summary>
    [DataMember(Name = "badges")]
    public IReadOnlyList<string>? Badges { get; init; }

    [DataMember(Name = "createdAt")]
    public required DateTime CreatedAt { get; init; }

    [DataMember(Name = "editedAt")]
    public DateTime? EditedAt { get; init; }

    /// <summary><c>moderator</c> or <c>staff</c> when the words shown are not the author's own.</summary>
    [DataMember(Name = "editedBy")]
    public string? EditedBy { get; init; }

    /// <summary>1 when posted, one more with every edit.</summary>
    [DataMember(Name = "revision")]
    public required int Revision { get; init; }

    /// <summary>
    /// <c>published</c>, <c>removed</c>, <c>rejected</c>, <c>moved</c>, <c>erased</c> or <c>unreadable</c>; to its author and to moderators also <c>pending</c>, to
    /// moderators also <c>withheld</c>; <c>ignored</c> to whoever ignores its author.
    /// </summary>
    [DataMember(Name = "status")]
    public required string Status { get; init; }

    [DataMember(Name = "replyTo")]
    public int? ReplyTo { get; init; }

    [DataMember(Name = "quote")]
    public QuoteView? Quote { get; init; }

    /// <summary>The sanitized body; left out when there is none to show.</summary>
    [DataMember(Name = "html")]
    public string? Html { get; init; }

    /// <summary>The raw Markdown, to its author and to moderators only, and only where one comment is asked for.</summary>
    [DataMember(Name = "text")]
    public string? Text { get; init; }

    /// <summary>The participant whom it begins by naming.</summary>
    [DataMember(Name = "addressee")]
    public AddresseeView? Addressee { get; init; }

    /// <summary>The ids of people whom it mentions.</summary>
    [DataMember(Name = "mentions")]
    public IReadOnlyList<string>? Mentions { get; init; }

    /// <summary>How many people gave each kind of reaction; kinds that nobody gave are left out.</summary>
    [DataMember(Name = "reactions")]
    public required IReadOnlyDictionary<string, int> Reactions { get; init; }

    /// <summary>Published direct replies.</summary>
    [DataMember(Name = "replyCount")]
    public required int ReplyCount { get; init; }

    /// <summary>True when moderators have put it on top of the thread; else left out.</summary>
    [DataMember(Name = "pinned")]
    public bool? Pinned { get; init; }

    /// <summary>True when moderators have put it forward; else left out.</summary>
    [DataMember(Name = "featured")]
    public bool? Featured { get; init; }

    /// <summary>With <c>moved</c>: the article under which it goes on.</summary>
    [DataMember(Name = "movedTo")]
    public string? MovedTo { get; init; }

    /// <summary>With <c>rejected</c>, to its author and to moderators: why.</summary>
    [DataMember(Name = "reason")]
    public string? Reason { get; init; }

    /// <summary>Likewise: the number of the rule of the policy that it breaks.</summary>
    [DataMember(Name = "rule")]
    public int? Rule { get; init; }

    /// <summary>Likewise: in the moderator's words. Plain text, never HTML.</summary>
    [DataMember(Name = "note")]
    public string? Note { get; init; }

    [DataMember(Name = "decided")]
    public DecidedView? Decided { get; init; }

    [DataMember(Name = "findings")]
    public IReadOnlyList<FindingView>? Findings { get; init; }
}

[DataContract]
public sealed record AddresseeView
{
    [DataMember(Name = "id")]
    public required string Id { get; init; }

    [DataMember(Name = "name")]
    public required string Name { get; init; }

    /// <summary>Their last comment before this one that still stands; left out when there is none.</summary>
    [DataMember(Name = "number")]
    public int? Number { get; init; }
}

[DataContract]
public sealed record AuthorView
{
    [DataMember(Name = "id")]
    public required string Id { get; init; }

    [DataMember(Name = "name")]
    public required string Name { get; init; }
}

/// <summary>A passage of another comment. Without <see cref="Text"/> the source is no longer to be seen.</summary>
[DataContract]
public sealed record QuoteView
{
    [DataMember(Name = "number")]
    public required int Number { get; init; }

    [DataMember(Name = "revision")]
    public required int Revision { get; init; }

    /// <summary>Plain text, never HTML.</summary>
    [DataMember(Name = "text")]
    public string? Text { get; init; }
}
