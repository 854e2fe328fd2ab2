using System.Runtime.Serialization;
using Realtime.Discussion.Reading;

namespace Realtime.Discussion.Queue;

/// <summary>What a moderator needs beside the item itself, as it is at the moment of asking.</summary>
[DataContract]
public sealed record ItemContext
{
    /// <summary>With the raw text.</summary>
    [DataMember(Name = "comment")]
    public required CommentView Comment { get; init; }

    /// <summary>The nearest of the conversation above it, outermost first.</summary>
    [DataMember(Name = "ancestors")]
    public required IReadOnlyList<CommentView> Ancestors { get; init; }

    [DataMember(Name = "moreAncestors")]
    public required bool MoreAncestors { get; init; }

    /// <summary>All reports that the comment has ever had, in order.</summary>
    [DataMember(Name = "reports")]
    public required IReadOnlyList<ReportView> Reports { get; init; }

    [DataMember(Name = "person")]
    public required AuthorSummary Person { get; init; }
}

/// <summary>One report. For moderators only.</summary>
[DataContract]
public sealed record ReportView
{
    /// <summary>The reporter's id.</summary>
    [DataMember(Name = "by")]
    public required string By { get; init; }

    [DataMember(Name = "at")]
    public required DateTime At { get; init; }

    [DataMember(Name = "reason")]
    public required string Reason { get; init; }

    /// <summary>In the reporter's own words. Plain text, never HTML.</summary>
    [DataMember(Name = "detail")]
    public string? Detail { get; init; }

    /// <summary>With a notice of illegal content that has the form of the law.</summary>
    [DataMember(Name = "notice")]
    public NoticeView? Notice { get; init; }

    /// <summary>True when it adds to no threshold, because the reporter's reports have been groundless; else left out.</summary>
    [DataMember(Name = "discounted")]
    public bool? Discounted { get; init; }
}

/// <summary>Notice that a comment is against the law. For moderators only.</summary>
[DataContract]
public sealed record NoticeView
{
    [DataMember(Name = "ground")]
    public required string Ground { get; init; }

    [DataMember(Name = "explanation")]
    public required string Explanation { get; init; }

    [DataMember(Name = "contact")]
    public string? Contact { get; init; }
}

/// <summary>How somebody stands with the site.</summary>
[DataContract]
public sealed record AuthorSummary
{
    /// <summary>What is in force against them: <c>warn</c>, <c>suspend</c>, <c>ban</c>, <c>shadow</c>, <c>review</c>.</summary>
    [DataMember(Name = "sanctions")]
    public required IReadOnlyList<string> Sanctions { get; init; }

    /// <summary>All that they have written on the site, whatever became of it.</summary>
    [DataMember(Name = "comments")]
    public required long Comments { get; init; }

    /// <summary>The newest 100 of these, by status.</summary>
    [DataMember(Name = "lately")]
    public required IReadOnlyDictionary<string, int> Lately { get; init; }
}
