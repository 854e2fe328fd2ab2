using System.Runtime.Serialization;

namespace Realtime.Server.Commenting;

// What clients send, over HTTP and on the hub alike. Nothing here can be relied on: every member may be missing.

/// <summary>A new comment.</summary>
[DataContract]
public sealed record PostRequest
{
    /// <summary>The client's own id, 1 to 64 visible ASCII characters, e.g. a UUID: posting again with the same one gets the first comment back.</summary>
    [DataMember(Name = "clientCommentId")]
    public string? ClientCommentId { get; init; }

    /// <summary>Markdown: paragraphs, emphasis, links, lists, quotes, code.</summary>
    [DataMember(Name = "body")]
    public string? Body { get; init; }

    /// <summary>The number of the comment answered.</summary>
    [DataMember(Name = "replyTo")]
    public int? ReplyTo { get; init; }

    [DataMember(Name = "quote")]
    public QuoteRequest? Quote { get; init; }

    /// <summary>True when the author has been told what it may break (<c>comment_may_break_rule</c>) and submits it all the same.</summary>
    [DataMember(Name = "warned")]
    public bool? Warned { get; init; }
}

/// <summary>A passage of another comment, as readers see it.</summary>
[DataContract]
public sealed record QuoteRequest
{
    [DataMember(Name = "number")]
    public int? Number { get; init; }

    /// <summary>The revision that the passage stands in.</summary>
    [DataMember(Name = "revision")]
    public int? Revision { get; init; }

    /// <summary>The passage as plain text.</summary>
    [DataMember(Name = "text")]
    public string? Text { get; init; }
}

/// <summary>New words for one's own comment.</summary>
[DataContract]
public sealed record EditRequest
{
    /// <summary>The revision that the author was looking at.</summary>
    [DataMember(Name = "revision")]
    public int? Revision { get; init; }

    [DataMember(Name = "body")]
    public string? Body { get; init; }

    /// <summary>The client's own id of this edit: a repetition gets the first answer instead of <c>stale_revision</c>.</summary>
    [DataMember(Name = "clientEditId")]
    public string? ClientEditId { get; init; }

    /// <summary>True when the author has been told what it may break (<c>comment_may_break_rule</c>) and submits it all the same.</summary>
    [DataMember(Name = "warned")]
    public bool? Warned { get; init; }
}

/// <summary>A reader's complaint about a comment.</summary>
[DataContract]
public sealed record ReportRequest
{
    [DataMember(Name = "reason")]
    public string? Reason { get; init; }

    /// <summary>In the reader's own words.</summary>
    [DataMember(Name = "detail")]
    public string? Detail { get; init; }

    /// <summary>With <c>illegal</c>, in place of detail: what the law asks of a notice.</summary>
    [DataMember(Name = "notice")]
    public NoticeRequest? Notice { get; init; }
}

/// <summary>Notice that a comment is against the law (DSA, article 16). All together at most 1,000 characters.</summary>
[DataContract]
public sealed record NoticeRequest
{
    /// <summary>The law, in one line.</summary>
    [DataMember(Name = "ground")]
    public string? Ground { get; init; }

    /// <summary>Why the comment is against it.</summary>
    [DataMember(Name = "explanation")]
    public string? Explanation { get; init; }

    /// <summary>Name and mail address, in one line; for some offences the law lets people stay unnamed.</summary>
    [DataMember(Name = "contact")]
    public string? Contact { get; init; }

    /// <summary>Must be true: one believes in good faith that this is accurate and complete.</summary>
    [DataMember(Name = "inGoodFaith")]
    public bool? InGoodFaith { get; init; }
}
