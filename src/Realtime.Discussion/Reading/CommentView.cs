using System.Runtime.Serialization;

namespace Realtime.Discussion.Reading;

/// <summary>
/// A comment as readers see it, over HTTP and in live changes. All counts are absolute, so that applying a change twice does no harm. Of a comment
/// that is not <c>published</c> only number, place, times and counts are told.
/// </summary>
[DataContract]
public sealed record CommentView
{
    /// <summary>Per thread, dense from 1, permanent: the permalink is <c>#comment-5</c>.</summary>
    [DataMember(Name = "number")]
    public required int Number { get; init; }

    [DataMember(Name = "author")]
    public AuthorView? Author { get; init; }

    [DataMember(Name = "createdAt")]
    public required DateTime CreatedAt { get; init; }

    [DataMember(Name = "editedAt")]
    public DateTime? EditedAt { get; init; }

    /// <summary>1 when posted, one more with every edit.</summary>
    [DataMember(Name = "revision")]
    public required int Revision { get; init; }

    /// <summary><c>published</c>, <c>removed</c> or <c>unreadable</c>.</summary>
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

    /// <summary>How many people gave each kind of reaction; kinds that nobody gave are left out.</summary>
    [DataMember(Name = "reactions")]
    public required IReadOnlyDictionary<string, int> Reactions { get; init; }

    /// <summary>Published direct replies.</summary>
    [DataMember(Name = "replyCount")]
    public required int ReplyCount { get; init; }
}

[DataContract]
public sealed record AuthorView
{
    [DataMember(Name = "id")]
    public required string Id { get; init; }

    [DataMember(Name = "name")]
    public required string Name { get; init; }
}

/// <summary>A passage of another comment. Without <see cref="Text"/> the source has been removed since.</summary>
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
