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
}

/// <summary>
/// What the thread remembers of a comment: all that rules, sort orders and counts need, and where its words are. The words stay in the journal,
/// so that a thread of 100,000 comments fits in memory and a redacted entry leaves nothing behind. Changed by <c>ArticleThread.Apply</c> only.
/// </summary>
public sealed class Comment
{
    private List<long>? _earlierRevisions;

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

    public bool IsPublished => Status == CommentStatus.Published;

    /// <summary>Where the words of revisions 1 to <c>Revision - 1</c> are, in order.</summary>
    public IReadOnlyList<long> EarlierRevisions => _earlierRevisions ?? [];

    /// <summary>The sequence of the event with the words of <paramref name="revision"/>; null when there is no such revision.</summary>
    public long? BodyOf(int revision) =>
        revision == Revision ? BodyAt
        : revision >= 1 && revision < Revision ? EarlierRevisions[revision - 1]
        : null;

    internal void Revise(int revision, long sequence, DateTimeOffset at, string? editId)
    {
        (_earlierRevisions ??= new List<long>(1)).Add(BodyAt);
        (Revision, BodyAt, EditedAt, LastEditId) = (revision, sequence, at, editId);
    }
}
