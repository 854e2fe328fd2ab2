using System.Runtime.Serialization;

namespace Realtime.Discussion.Reading;

/// <summary>
/// All that happened between two positions: every sequence behind <see cref="From"/> up to <see cref="To"/>, in order. There may be fewer changes than
/// sequences, because what readers may not see is left out and because of several reactions to one comment only the last count is told.
/// </summary>
[DataContract]
public sealed record ThreadChanges
{
    [DataMember(Name = "site")]
    public required string Site { get; init; }

    [DataMember(Name = "article")]
    public required string Article { get; init; }

    /// <summary>The sequence that the changes follow: a reader who is not exactly there has a gap, or has seen some of them.</summary>
    [DataMember(Name = "from")]
    public required long From { get; init; }

    /// <summary>The sequence of the last change.</summary>
    [DataMember(Name = "to")]
    public required long To { get; init; }

    /// <summary>The position at <see cref="To"/>: hand it to <c>Watch</c> or <c>changes?since=</c> to go on from there.</summary>
    [DataMember(Name = "position")]
    public required string Position { get; init; }

    /// <summary>Comments that readers can see, at the time of sending.</summary>
    [DataMember(Name = "commentCount")]
    public required int CommentCount { get; init; }

    /// <summary>True when there is more behind <see cref="To"/> already: ask again from there. Live changes follow by themselves.</summary>
    [DataMember(Name = "more")]
    public bool More { get; init; }

    [DataMember(Name = "changes")]
    public required IReadOnlyList<ThreadChange> Changes { get; init; }
}

/// <summary>One change. Which members are present depends on <see cref="Type"/>.</summary>
[DataContract]
public sealed record ThreadChange
{
    /// <summary>
    /// <c>posted</c> (comment, parent): a new one, or one that is to be seen again; <c>edited</c> (comment), <c>removed</c> (comment, parent, quotedBy),
    /// <c>marked</c> (comment, pinned), <c>reacted</c> (number, reactions), <c>closed</c>, <c>reopened</c>, <c>closing</c> (closesAt, left out when it has been taken
    /// back), <c>described</c> (article), <c>guarded</c> (mode, until, review, slowMode), <c>unguarded</c> and <c>moded</c> (review, slowMode).
    /// </summary>
    [DataMember(Name = "type")]
    public required string Type { get; init; }

    [DataMember(Name = "comment")]
    public CommentView? Comment { get; init; }

    /// <summary>The comment answered, with its new count of replies.</summary>
    [DataMember(Name = "parent")]
    public ReplyCountView? Parent { get; init; }

    /// <summary>The comments that quoted the removed one and are to be seen: their quotes must go as well.</summary>
    [DataMember(Name = "quotedBy")]
    public IReadOnlyList<int>? QuotedBy { get; init; }

    [DataMember(Name = "number")]
    public int? Number { get; init; }

    [DataMember(Name = "reactions")]
    public IReadOnlyDictionary<string, int>? Reactions { get; init; }

    /// <summary>The numbers of all comments that stay on top.</summary>
    [DataMember(Name = "pinned")]
    public IReadOnlyList<int>? Pinned { get; init; }

    /// <summary>What the flood guard does: <c>slowMode</c> or <c>review</c>.</summary>
    [DataMember(Name = "mode")]
    public string? Mode { get; init; }

    /// <summary>When the guard ends by itself.</summary>
    [DataMember(Name = "until")]
    public DateTime? Until { get; init; }

    /// <summary>As on a page: with the guard, and the thread's own mode.</summary>
    [DataMember(Name = "review")]
    public bool? Review { get; init; }

    /// <summary>As on a page, in seconds.</summary>
    [DataMember(Name = "slowMode")]
    public int? SlowMode { get; init; }

    [DataMember(Name = "closesAt")]
    public DateTime? ClosesAt { get; init; }

    [DataMember(Name = "article")]
    public ArticleView? Article { get; init; }
}

[DataContract]
public sealed record ReplyCountView
{
    [DataMember(Name = "number")]
    public required int Number { get; init; }

    [DataMember(Name = "replyCount")]
    public required int ReplyCount { get; init; }
}
