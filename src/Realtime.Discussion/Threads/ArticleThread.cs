using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reports;

namespace Realtime.Discussion.Threads;

/// <summary>
/// The state of one thread after a number of events. <see cref="Apply(ThreadEvent)"/> is the only place where it changes, so that replaying the journal gives
/// exactly the state that the live thread has. The grain decides by one instance, every replica reads by another; none is shared.
/// </summary>
public sealed class ArticleThread
{
    private static readonly Author Nobody = new(new UserId(""), "");

    private readonly List<Comment> _comments = [];
    private readonly Dictionary<(UserId, string), int> _byClientId = [];
    private readonly Dictionary<int, List<int>> _quotedBy = [];
    private readonly Dictionary<(UserId, string), Author> _authors = [];
    private readonly SortedSet<int> _unreadable = [];

    /// <summary>The sequence of the last event applied.</summary>
    public long Sequence { get; internal set; }

    public Article? Article { get; internal set; }

    public bool IsClosed { get; internal set; }

    /// <summary>When the thread is to close by itself; null when it is not, or has.</summary>
    public DateTimeOffset? ClosesAt { get; internal set; }

    /// <summary>Comments that readers can see.</summary>
    public int PublishedCount { get; private set; }

    /// <summary>The number of the newest comment, whatever its status; 0 when there is none. Numbers 1 to this are all taken.</summary>
    public int LastNumber => _comments.Count;

    /// <summary>Whether the publisher or a commenter has begun it.</summary>
    public bool Exists => Article is not null || LastNumber > 0;

    public Comment? Find(int number) => number >= 1 && number <= _comments.Count ? _comments[number - 1] : null;

    /// <summary>The number of the comment that this person posted under this client id.</summary>
    public int? FindByClientId(UserId user, string clientCommentId) =>
        _byClientId.TryGetValue((user, clientCommentId), out var number) ? number : null;

    /// <summary>The comments that quote this one, in order.</summary>
    public IReadOnlyList<int> QuotedBy(int number) => _quotedBy.TryGetValue(number, out var quoting) ? quoting : [];

    /// <summary>The numbers that readers see as unreadable, in order.</summary>
    public IReadOnlyCollection<int> UnreadableNumbers => _unreadable;

    /// <summary>Takes the next event in; its sequence is <c>Sequence + 1</c>. Never throws on an event that was journalled: what does not fit changes nothing.</summary>
    public void Apply(ThreadEvent @event)
    {
        Sequence++;
        switch (@event)
        {
            case CommentPosted posted: Apply(posted); break;
            case CommentEdited edited: Apply(edited); break;
            case CommentRemoved removed: Apply(removed); break;
            case ReactionChanged reaction: FindPublished(reaction.Number)?.Reactions.Set(reaction.Kind, reaction.By, reaction.On); break;
            case CommentReported reported: FindPublished(reported.Number)?.Report(reported.By); break;
            case ArticleDescribed described: Article = described.Article; break;
            case ThreadClosed: (IsClosed, ClosesAt) = (true, null); break;
            case ThreadReopened: IsClosed = false; break;
            case CloseScheduled scheduled: ClosesAt = scheduled.ClosesAt; break;
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
        if (comment.ClientCommentId.Length > 0) RememberClientId((comment.Author.Id, comment.ClientCommentId), comment.Number);
        if (comment.QuoteOf > 0) RememberQuote(comment.QuoteOf, comment.Number);
    }

    /// <summary>One instance per person and name, so that a long thread holds each name once.</summary>
    internal Author Intern(UserId id, string name)
    {
        if (!_authors.TryGetValue((id, name), out var author)) _authors[(id, name)] = author = new Author(id, name);
        return author;
    }

    private void Apply(CommentPosted posted)
    {
        if (!IsFree(posted.Number)) return;
        var quotes = posted.Quote is { } quote && IsBefore(quote.Number, posted.Number);
        while (LastNumber < posted.Number - 1) Add(Tombstone(LastNumber + 1));
        Add(new Comment(posted.Number, Intern(posted.By, posted.Name), posted.At, CommentStatus.Published)
        {
            ReplyTo = posted.ReplyTo is { } parent && IsBefore(parent, posted.Number) ? parent : null,
            QuoteOf = quotes ? posted.Quote!.Number : 0,
            QuoteRevision = quotes ? posted.Quote!.Revision : 0,
            ClientCommentId = posted.ClientCommentId,
            PostedAt = Sequence,
            BodyAt = Sequence,
            ReplyCount = Find(posted.Number)?.ReplyCount ?? 0,
        });
        if (Parent(_comments[posted.Number - 1]) is { } answered) answered.ReplyCount++;
    }

    private void Apply(CommentEdited edited)
    {
        if (FindPublished(edited.Number) is { } comment && edited.Revision > comment.Revision)
            comment.Revise(edited.Revision, Sequence, edited.At, edited.ClientEditId);
    }

    private void Apply(CommentRemoved removed)
    {
        if (FindPublished(removed.Number) is not { } comment) return;
        comment.Status = CommentStatus.Removed;
        PublishedCount--;
        if (Parent(comment) is { } parent) parent.ReplyCount--;
    }

    /// <summary>
    /// A number is taken once, or taken back from an entry that could not be read. There are never more numbers than events: a higher one is
    /// nonsense, and must not fill the memory with tombstones.
    /// </summary>
    private bool IsFree(int number) => number >= 1 && number <= Sequence && Find(number) is null or { Status: CommentStatus.Unreadable };

    /// <summary>Answers and quotes point backwards only, so that a walk along them ends.</summary>
    private static bool IsBefore(int number, int other) => number >= 1 && number < other;

    private Comment? FindPublished(int number) => Find(number) is { IsPublished: true } comment ? comment : null;

    private Comment? Parent(Comment comment) => comment.ReplyTo is { } number ? Find(number) : null;

    private Comment Tombstone(int number) =>
        new(number, Nobody, DateTimeOffset.UnixEpoch, CommentStatus.Unreadable) { PostedAt = Sequence, BodyAt = Sequence };

    /// <summary>The first comment under a client id is the original.</summary>
    private void RememberClientId((UserId, string) id, int number)
    {
        if (!_byClientId.TryGetValue(id, out var known) || number < known) _byClientId[id] = number;
    }

    private void RememberQuote(int source, int quoting)
    {
        if (!_quotedBy.TryGetValue(source, out var known)) _quotedBy[source] = known = [];
        if (known.BinarySearch(quoting) is < 0 and var place) known.Insert(~place, quoting);
    }
}
