namespace Realtime.Discussion.Comments;

/// <summary>What has become of a comment. It has its number and its place whatever it is. The order is wire identity: add at the end only.</summary>
public enum CommentStatus
{
    Published = 0,

    /// <summary>Taken away by its author.</summary>
    Removed = 1,

    /// <summary>Its journal entry cannot be read; number and place are kept.</summary>
    Unreadable = 2,

    /// <summary>Waits for a moderator; its author sees it.</summary>
    Pending = 3,

    /// <summary>Taken away by a moderator.</summary>
    Rejected = 4,

    /// <summary>Of somebody who is shadow-banned: they see it as if it were published.</summary>
    Withheld = 5,

    /// <summary>It goes on under another article.</summary>
    Moved = 6,

    /// <summary>Its author has been erased, and all that they wrote.</summary>
    Erased = 7,
}

/// <summary>The names of statuses, on the wire and in the journal.</summary>
public static class StatusNames
{
    public const string Published = "published", Pending = "pending", Withheld = "withheld", Rejected = "rejected";

    /// <summary>What a comment of somebody whom the reader ignores is called for them. No comment is so by itself.</summary>
    public const string Ignored = "ignored";

    public static string Of(CommentStatus status) => status switch
    {
        CommentStatus.Published => Published,
        CommentStatus.Removed => "removed",
        CommentStatus.Pending => Pending,
        CommentStatus.Rejected => Rejected,
        CommentStatus.Withheld => Withheld,
        CommentStatus.Moved => "moved",
        CommentStatus.Erased => "erased",
        _ => "unreadable",
    };

    /// <summary>The status that an event names; published when it names none. What a later program calls something else is not shown to readers.</summary>
    internal static CommentStatus Read(string? name) => name switch
    {
        null or Published => CommentStatus.Published,
        Withheld => CommentStatus.Withheld,
        Rejected => CommentStatus.Rejected,
        _ => CommentStatus.Pending,
    };

    /// <summary>What an event says of a status: nothing when the comment is published.</summary>
    internal static string? InEvent(CommentStatus status) => status == CommentStatus.Published ? null : Of(status);
}
