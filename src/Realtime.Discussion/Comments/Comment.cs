using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Comments;

/// <summary>
/// What the thread remembers of a comment: all that rules, sort orders and counts need, and where its words are. The words stay in the journal,
/// so that a thread of 100,000 comments fits in memory and a redacted entry leaves nothing behind. Changed by <c>ArticleThread.Apply</c> only.
/// </summary>
public sealed class Comment
{
    private List<(int Revision, long BodyAt)>? _earlierRevisions;
    private List<Report>? _reports;

    internal Comment(int number, Author author, DateTimeOffset createdAt, CommentStatus status)
    {
        Number = number;
        Author = author;
        CreatedAt = createdAt;
        Status = status;
        HasBeenPublic = status is CommentStatus.Published or CommentStatus.Unreadable;
    }

    public int Number { get; }

    /// <summary>Of an erased comment nobody (see <see cref="ArticleThread.Nobody"/>).</summary>
    public Author Author { get; internal set; }

    /// <summary>Shown beside the author's name, as they were when it was posted.</summary>
    public IReadOnlyList<string> Badges { get; internal set; } = [];

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset? EditedAt { get; internal set; }

    /// <summary>In which role somebody else wrote the present revision (<c>moderator</c>, <c>staff</c>); null when its author did.</summary>
    public string? EditedBy { get; internal set; }

    public int Revision { get; internal set; } = 1;

    public CommentStatus Status { get; internal set; }

    /// <summary>Readers have been shown it at some time: when it goes it leaves a tombstone. Of one that they never saw they never learn.</summary>
    public bool HasBeenPublic { get; internal set; }

    /// <summary>Moderators have put it forward.</summary>
    public bool IsFeatured { get; internal set; }

    /// <summary>What moderators decided about it last.</summary>
    public Judgement? Judgement { get; internal set; }

    /// <summary>Whom it speaks to.</summary>
    public Addressing Addressing { get; internal set; } = Addressing.Nobody;

    /// <summary>With <see cref="CommentStatus.Moved"/>: the article under which it goes on.</summary>
    public ArticleId? MovedTo { get; internal set; }

    /// <summary>The comment of another thread that it was, before it was moved here.</summary>
    public Origin? Origin { get; internal set; }

    public int? ReplyTo { get; internal init; }

    /// <summary>The comment quoted, 0 for none.</summary>
    public int QuoteOf { get; internal init; }

    /// <summary>The revision quoted.</summary>
    public int QuoteRevision { get; internal init; }

    public string ClientCommentId { get; internal set; } = "";

    /// <summary>The sequence of the event that posted it.</summary>
    public long PostedAt { get; internal init; }

    /// <summary>The sequence of the event with the words of <see cref="Revision"/>.</summary>
    public long BodyAt { get; internal set; }

    public string? LastEditId { get; internal set; }

    /// <summary>Published direct replies.</summary>
    public int ReplyCount { get; internal set; }

    public ReactionTally Reactions { get; } = new();

    /// <summary>Who has reported the comment to the moderators, one report each, in order.</summary>
    public IReadOnlyList<Report> Reports => _reports ?? [];

    /// <summary>When its author appealed against its rejection; null when they have not, or when they have been answered.</summary>
    public DateTimeOffset? AppealedAt { get; internal set; }

    public bool IsPublished => Status == CommentStatus.Published;

    /// <summary>It stands, for readers or for its author and moderators only: it can be edited, removed and decided about.</summary>
    public bool Stands => Status is CommentStatus.Published or CommentStatus.Pending or CommentStatus.Withheld;

    /// <summary>A moderator has looked at the present revision and left it to readers.</summary>
    public bool IsCleared => Judgement is { Decision: Decisions.Approve or Decisions.Restore } judgement && judgement.Revision == Revision;

    /// <summary>The revisions before this one and where their words are, in order. One whose entry cannot be read is missing.</summary>
    public IReadOnlyList<(int Revision, long BodyAt)> EarlierRevisions => _earlierRevisions ?? [];

    /// <summary>The sequence of the event with the words of <paramref name="revision"/>; null when there is no such revision, or it is erased.</summary>
    public long? BodyOf(int revision)
    {
        if (Status == CommentStatus.Erased) return null;
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

    public bool IsReportedBy(UserId reporter) => _reports?.Exists(report => report.By == reporter) == true;

    internal void Report(Report report)
    {
        if (!IsReportedBy(report.By)) (_reports ??= new List<Report>(1)).Add(report);
    }

    /// <summary>The report still counts, but it is nobody's.</summary>
    internal void Anonymize(UserId reporter, UserId alias)
    {
        if (_reports?.FindIndex(report => report.By == reporter) is >= 0 and var index) _reports[index] = _reports[index] with { By = alias };
    }
}
