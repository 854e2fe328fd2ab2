using Realtime.Discussion.Identity;
using Realtime.Discussion.Reactions;

namespace Realtime.Discussion.Comments;

public enum CommentStatus
{
    Published = 0,

    /// <summary>Taken away by its author.</summary>
    Removed = 1,

    /// <summary>Its journal entry cannot be read; number and place are kept.</summary>
    Unreadable = 2,

    /// <summary>Held for a moderator: only its author and moderators know of it.</summary>
    Pending = 3,

    /// <summary>Taken away by a moderator.</summary>
    Rejected = 4,

    /// <summary>Its author is shadow-banned: to them it looks published.</summary>
    Withheld = 5,

    /// <summary>Now under another article.</summary>
    Moved = 6,

    /// <summary>Its author has had everything of theirs erased.</summary>
    Erased = 7,
}

/// <summary>
/// What the thread remembers of a comment: all that rules, sort orders and counts need, and where its words are. The words stay in the journal,
/// so that a thread of 100,000 comments fits in memory and a redacted entry leaves nothing behind. Changed by <c>ArticleThread.Apply</c> only.
/// </summary>
public sealed class Comment
{
    private static readonly IReadOnlySet<UserId> Nobody = new HashSet<UserId>();

    private List<(int Revision, long BodyAt)>? _earlierRevisions;
    private HashSet<UserId>? _reporters;

    internal Comment(int number, Author author, DateTimeOffset createdAt, CommentStatus status)
    {
        Number = number;
        Author = author;
        CreatedAt = createdAt;
        Status = status;
    }

    public int Number { get; }

    public Author Author { get; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset? EditedAt { get; internal set; }

    public int Revision { get; internal set; } = 1;

    public CommentStatus Status { get; internal set; }

    public int? ReplyTo { get; internal init; }

    /// <summary>The comment quoted, 0 for none.</summary>
    public int QuoteOf { get; internal init; }

    /// <summary>The revision quoted.</summary>
    public int QuoteRevision { get; internal init; }

    public string ClientCommentId { get; internal init; } = "";

    /// <summary>The sequence of the event that posted it.</summary>
    public long PostedAt { get; internal init; }

    /// <summary>The sequence of the event with the words of <see cref="Revision"/>.</summary>
    public long BodyAt { get; internal set; }

    public string? LastEditId { get; internal set; }

    /// <summary>Published direct replies.</summary>
    public int ReplyCount { get; internal set; }

    public ReactionTally Reactions { get; } = new();

    /// <summary>Who has reported the comment to the moderators.</summary>
    public IReadOnlySet<UserId> Reporters => _reporters ?? Nobody;

    public bool IsPublished => Status == CommentStatus.Published;

    /// <summary>The revisions before this one and where their words are, in order. One whose entry cannot be read is missing.</summary>
    public IReadOnlyList<(int Revision, long BodyAt)> EarlierRevisions => _earlierRevisions ?? [];

    /// <summary>The sequence of the event with the words of <paramref name="revision"/>; null when there is no such revision.</summary>
    public long? BodyOf(int revision)
    {
        if (revision == Revision) return BodyAt;
        foreach (var earlier in EarlierRevisions)
            if (earlier.Revision == revision)
                return earlier.BodyAt;
        return null;
    }

    internal void Revise(int revision, long sequence, DateTimeOffset at, string? editId)
    {
        (_earlierRevisions ??= new List<(int, long)>(1)).Add((Revision, BodyAt));
        (Revision, BodyAt, EditedAt, LastEditId) = (revision, sequence, at, string.IsNullOrEmpty(editId) ? null : editId);
    }

    internal void Report(UserId reporter) => (_reporters ??= []).Add(reporter);
}
