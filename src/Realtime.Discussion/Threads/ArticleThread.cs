using Realtime.Discussion.Appeals;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Pace;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reports;

namespace Realtime.Discussion.Threads;

/// <summary>
/// The state of one thread after a number of events. <see cref="Apply(ThreadEvent)"/> is the only place where it changes, so that replaying the journal gives
/// exactly the state that the live thread has. The grain decides by one instance, every replica reads by another; none is shared.
/// </summary>
public sealed partial class ArticleThread
{
    /// <summary>The author of what cannot be read, and of what has been erased.</summary>
    public static readonly Author Nobody = new(new UserId(""), "");

    private readonly List<Comment> _comments = [];
    private readonly CommentIndex _index = new();
    private readonly Dictionary<(UserId, string), Author> _authors = [];
    private readonly SortedSet<int> _unreadable = [];
    private readonly List<int> _pinned = [];
    private readonly List<int> _touched = [];

    /// <summary>The sequence of the last event applied.</summary>
    public long Sequence { get; internal set; }

    public Article? Article { get; internal set; }

    /// <summary>The time of the first event; null before it.</summary>
    public DateTimeOffset? BegunAt { get; internal set; }

    public bool IsClosed { get; internal set; }

    /// <summary>Somebody has reopened it: its age no longer closes it.</summary>
    public bool IsKeptOpen { get; internal set; }

    /// <summary>When the thread is to close by itself; null when it is not, or has.</summary>
    public DateTimeOffset? ClosesAt { get; internal set; }

    public ThreadMode Mode { get; internal set; } = ThreadMode.Usual;

    /// <summary>Set off by a flood, until <see cref="GuardEnded"/> takes it away. Rules ask <see cref="GuardAt"/>.</summary>
    public Guard? Guard { get; internal set; }

    /// <summary>The comments that stay on top, the one pinned first first.</summary>
    public IReadOnlyList<int> Pinned => _pinned;

    /// <summary>Comments that readers can see.</summary>
    public int PublishedCount { get; private set; }

    /// <summary>The number of the newest comment, whatever its status; 0 when there is none. Numbers 1 to this are all taken.</summary>
    public int LastNumber => _comments.Count;

    /// <summary>Whether the publisher or a commenter has begun it.</summary>
    public bool Exists => Article is not null || LastNumber > 0;

    /// <summary>The comments that the last event has changed, or changed a count of.</summary>
    public IReadOnlyList<int> Touched => _touched;

    public Comment? Find(int number) => number >= 1 && number <= _comments.Count ? _comments[number - 1] : null;

    /// <summary>The number of the comment that this person posted under this client id.</summary>
    public int? FindByClientId(UserId user, string clientCommentId) => _index.FindByClientId(user, clientCommentId);

    /// <summary>The number that a comment moved here has got.</summary>
    public int? FindReceived(ThreadKey from, int number) => _index.FindByOrigin(new Origin(from, number));

    /// <summary>The comments of one person, whatever their status, in order.</summary>
    public IReadOnlyList<int> CommentsOf(UserId author) => _index.ByAuthor(author);

    /// <summary>The comments below this one, however deep, in order: answers point backwards, so one walk finds them.</summary>
    public IEnumerable<int> Below(int number)
    {
        var above = new HashSet<int> { number };
        for (var reply = number + 1; reply <= LastNumber; reply++)
        {
            if (Find(reply)!.ReplyTo is not { } parent || !above.Contains(parent)) continue;
            above.Add(reply);
            yield return reply;
        }
    }

    /// <summary>The comments that quote this one, in order.</summary>
    public IReadOnlyList<int> QuotedBy(int number) => _index.QuotedBy(number);

    /// <summary>The numbers that readers see as unreadable, in order.</summary>
    public IReadOnlyCollection<int> UnreadableNumbers => _unreadable;

    /// <summary>What guards the thread at a moment. A guard whose time has come guards no longer, also when the alarm has not rung yet.</summary>
    public Guard? GuardAt(DateTimeOffset now) => Guard is { } guard && now < guard.Until ? guard : null;

    /// <summary>Takes the next event in; its sequence is <c>Sequence + 1</c>. Never throws on an event that was journalled: what does not fit changes nothing.</summary>
    public void Apply(ThreadEvent @event)
    {
        Sequence++;
        _touched.Clear();
        if (@event is not (Unreadable or Unknown)) BegunAt ??= @event.At;
        switch (@event)
        {
            case CommentPosted posted: Apply(posted); break;
            case CommentReceived received: Apply(received); break;
            case CommentEdited edited: Apply(edited); break;
            case CommentRemoved removed when Find(removed.Number) is { Stands: true } comment: Turn(comment, CommentStatus.Removed); break;
            case ReactionChanged reaction: Apply(reaction); break;
            case CommentReported reported: Apply(reported); break;
            case CommentDecided decided: Apply(decided); break;
            case RejectionAppealed appealed: Apply(appealed); break;
            case CommentsMoved moved: Apply(moved); break;
            case PersonErased erased: Apply(erased); break;
            case ArticleDescribed described: Article = described.Article; break;
            case ThreadClosed: (IsClosed, ClosesAt) = (true, null); break;
            case ThreadReopened: (IsClosed, ClosesAt, IsKeptOpen) = (false, null, true); break;
            case CloseScheduled scheduled: ClosesAt = scheduled.ClosesAt; break;
            case ThreadModeSet set: Mode = new ThreadMode(set.Review, set.SlowMode); break;
            case GuardEnded: Guard = null; break;
            case Unreadable: Add(Tombstone(LastNumber + 1)); break;
        }
    }

    internal void Add(Comment comment)
    {
        if (comment.Number <= _comments.Count) _comments[comment.Number - 1] = comment;
        else _comments.Add(comment);
        if (comment.IsPublished) PublishedCount++;
        if (comment.Status == CommentStatus.Unreadable) _unreadable.Add(comment.Number);
        else _unreadable.Remove(comment.Number);
        _index.Add(comment);
        _touched.Add(comment.Number);
    }

    internal void Pin(int number) => _pinned.Add(number);

    /// <summary>One instance per person and name, so that a long thread holds each name once.</summary>
    internal Author Intern(UserId id, string name)
    {
        if (!_authors.TryGetValue((id, name), out var author)) _authors[(id, name)] = author = new Author(id, name);
        return author;
    }

    private void Apply(CommentPosted posted)
    {
        if (posted.Guard is { } guard) Guard = guard;
        if (!IsFree(posted.Number)) return;
        Enter(new Comment(posted.Number, Intern(posted.By, posted.Name), posted.At, StatusNames.Read(posted.Status))
        {
            Badges = posted.Badges ?? [],
            Addressing = Comments.Addressing.Of(posted.Addressee, posted.Mentions),
            ReplyTo = Before(posted.ReplyTo, posted.Number),
            QuoteOf = Before(posted.Quote?.Number, posted.Number) ?? 0,
            QuoteRevision = Before(posted.Quote?.Number, posted.Number) is null ? 0 : posted.Quote!.Revision,
            ClientCommentId = posted.ClientCommentId,
            PostedAt = Sequence,
            BodyAt = Sequence,
        });
    }

    private void Apply(CommentEdited edited)
    {
        if (Find(edited.Number) is not { Stands: true } comment || edited.Revision <= comment.Revision) return;
        comment.Revise(edited.Revision, Sequence, edited.At, edited.ClientEditId);
        (comment.EditedBy, comment.Addressing) = (edited.EditedAs, Comments.Addressing.Of(edited.Addressee, edited.Mentions));
        _touched.Add(comment.Number);
        if (edited.Status is { } status) Turn(comment, StatusNames.Read(status));
    }

    private void Apply(ReactionChanged reaction)
    {
        if (Find(reaction.Number) is not { IsPublished: true } comment) return;
        comment.Reactions.Set(reaction.Kind, reaction.By, reaction.On);
        _touched.Add(comment.Number);
    }

    private void Apply(CommentReported reported)
    {
        if (Find(reported.Number) is not { IsPublished: true } comment) return;
        comment.Report(new Report(reported.By, reported.Reason, reported.At, reported.Discounted == true) { Sequence = Sequence });
        if (reported.Held == true) Turn(comment, CommentStatus.Pending);
    }

    /// <summary>Puts a new comment in its place. Numbers that were left out before it are of entries that this program does not know.</summary>
    private void Enter(Comment comment)
    {
        comment.ReplyCount = Find(comment.Number)?.ReplyCount ?? 0;
        while (LastNumber < comment.Number - 1) Add(Tombstone(LastNumber + 1));
        Add(comment);
        if (comment.IsPublished) CountReply(comment, +1);
    }

    /// <summary>The one way from a status to another: whatever rests on it changes with it.</summary>
    private void Turn(Comment comment, CommentStatus status)
    {
        var was = comment.IsPublished;
        comment.Status = status;
        comment.HasBeenPublic |= comment.IsPublished;
        _touched.Add(comment.Number);
        if (was == comment.IsPublished) return;
        PublishedCount += was ? -1 : +1;
        CountReply(comment, was ? -1 : +1);
        if (was) (comment.IsFeatured, _) = (false, _pinned.Remove(comment.Number));
    }

    private void CountReply(Comment comment, int by)
    {
        if (comment.ReplyTo is not { } number || Find(number) is not { } answered) return;
        answered.ReplyCount += by;
        _touched.Add(number);
    }

    /// <summary>
    /// A number is taken once, or taken back from an entry that could not be read. There are never more numbers than events: a higher one is
    /// nonsense, and must not fill the memory with tombstones.
    /// </summary>
    private bool IsFree(int number) => number >= 1 && number <= Sequence && Find(number) is null or { Status: CommentStatus.Unreadable };

    /// <summary>Answers and quotes point backwards only, so that a walk along them ends.</summary>
    private static int? Before(int? number, int other) => number >= 1 && number < other ? number : null;

    private Comment Tombstone(int number) =>
        new(number, Nobody, DateTimeOffset.UnixEpoch, CommentStatus.Unreadable) { PostedAt = Sequence, BodyAt = Sequence };
}
