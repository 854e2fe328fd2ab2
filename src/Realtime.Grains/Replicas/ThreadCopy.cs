using System.Diagnostics.CodeAnalysis;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Feeds;

namespace Realtime.Grains.Replicas;

/// <summary>
/// What a replica holds of one epoch of a thread: the state, its sort orders, the last events, and the words that were needed last. Not safe for
/// concurrent use: the replica's lock guards it.
/// </summary>
internal sealed class ThreadCopy : IJournalCopy<ThreadEvent>
{
    private const int MaxAncestors = 100, MaxFirstPages = 16, MaxOwnComments = 50;

    /// <summary>Stands for the words of a comment that readers no longer see among the recent events. Compared by reference.</summary>
    private static readonly CommentBody TakenBack = new("", "");

    private readonly ThreadKey _key;
    private readonly ThreadOrders _orders;
    private readonly ReactionsByPerson _reactions;
    private readonly Recent<ThreadEvent> _recent;
    private readonly Dictionary<(ThreadSort, int), ThreadPage> _firstPages = [];

    public ThreadCopy(ThreadKey key, Loaded<ArticleThread> loaded, ReplicaOptions options)
    {
        (_key, Thread, Epoch) = (key, loaded.State, loaded.Epoch);
        _orders = new ThreadOrders(Thread);
        _reactions = new ReactionsByPerson(Thread);
        Seen = new SeenAuthors(Thread);
        _recent = new Recent<ThreadEvent>(options.RecentEvents, options.RecentBytes);
        _recent.Restart(Thread.Sequence);
        Words = new KnownWords(options.WordsBytes);
        LastEntry = loaded.LastEntry;
    }

    public ArticleThread Thread { get; }

    public KnownWords Words { get; }

    public SeenAuthors Seen { get; private set; }

    public long Epoch { get; private set; }

    /// <summary>The journal's bytes at <see cref="Position"/>, if known: by them a copy recognizes its own history.</summary>
    public ReadOnlyMemory<byte>? LastEntry { get; private set; }

    public ThreadPosition Position => new(Epoch, Thread.Sequence);

    /// <summary>
    /// Whether positions of this epoch are places in this copy's journal. A copy (or a reader) that is at the start of a journal that did not exist yet
    /// has seen nothing that could be lost: it may go on in whatever epoch the journal begins with.
    /// </summary>
    public bool IsIn(ThreadPosition position) => position.Epoch == Epoch || position == default;

    public bool GoesOnIn(long epoch) => epoch == Epoch || Position == default;

    public bool Holds(long after) => _recent.Reaches(after);

    public bool TryRecent(long sequence, [NotNullWhen(true)] out ThreadEvent? entry)
    {
        entry = _recent.Holds(sequence) ? _recent[sequence] : null;
        if (entry is IGivesWords given && ReferenceEquals(given.Body, TakenBack)) entry = null;
        return entry is not null;
    }

    /// <summary>Takes in what is new of the entries behind <paramref name="after"/>, which must not lie behind a gap.</summary>
    public void TakeIn(long epoch, long after, IReadOnlyList<(ThreadEvent Event, ReadOnlyMemory<byte> Bytes)> entries)
    {
        Epoch = epoch;
        for (var i = (int)(Thread.Sequence - after); i < entries.Count; i++) Apply(entries[i].Event, entries[i].Bytes);
    }

    public ThreadPage Page(ThreadSort sort, PageCursor? cursor, int limit, WordsAtHand words)
    {
        if (cursor is null && _firstPages.TryGetValue((sort, limit), out var rendered)) return rendered;
        var page = PageOf(_orders.Page(sort, cursor, limit), words);
        if (cursor is null && words.AreComplete && _firstPages.Count < MaxFirstPages) _firstPages[(sort, limit)] = page;
        return page;
    }

    /// <summary>The comments that these answer and that are not among them, in order.</summary>
    public IReadOnlyList<CommentView> Answered(IReadOnlyCollection<int> numbers, WordsAtHand words)
    {
        var parents = numbers.Select(number => Thread.Find(number)?.ReplyTo).OfType<int>().Except(numbers).Order();
        return View(parents.Select(number => Thread.Find(number)!), words, Viewer.Anybody);
    }

    /// <summary>A page of the conversation below a comment, oldest first: what answers it, what answers that, and so on.</summary>
    public ThreadPage Under(int number, PageCursor? cursor, int limit, WordsAtHand words)
    {
        var below = Thread.Below(number).Where(reply => reply > (cursor?.Number ?? 0) && Viewer.Anybody.SightOf(Thread.Find(reply)!) != Sight.Nothing).Take(limit + 1).ToList();
        var next = below.Count > limit ? new PageCursor(ThreadSort.Oldest, 0, below[limit - 1]) : (PageCursor?)null;
        return PageOf(([.. below.Take(limit)], next), words);
    }

    /// <summary>What only this person sees of the thread.</summary>
    public OwnView Own(UserId person, WordsAtHand words)
    {
        var viewer = new Viewer(person, Moderates: false);
        var hidden = Thread.CommentsOf(person).Reverse().Select(number => Thread.Find(number)!)
            .Where(comment => !comment.IsPublished && viewer.SightOf(comment) == Sight.Whole).Take(MaxOwnComments);
        return new OwnView { Comments = View(hidden.Reverse(), words, viewer), Reactions = _reactions.Of(person) };
    }

    /// <summary>Null when there is no such number, or the viewer does not know of it.</summary>
    public CommentInContext? InContext(int number, Viewer viewer, WordsAtHand words)
    {
        if (Thread.Find(number) is not { } comment || View(comment, words, viewer) is not { } view) return null;
        var above = Above(comment).Where(parent => viewer.SightOf(parent) != Sight.Nothing).Take(MaxAncestors + 1).ToList();
        var more = above.Count > MaxAncestors;
        return new CommentInContext
        {
            Position = Position.ToString(),
            Comment = view,
            Ancestors = View(above.Take(MaxAncestors).Reverse(), words, viewer),
            MoreAncestors = more,
        };
    }

    /// <summary>What became of the events behind <paramref name="after"/>; null when they are no longer here.</summary>
    public ThreadChanges? Changes(long after, int maxEvents, WordsAtHand words) =>
        Holds(after) ? Changes(after, _recent.Read(after, maxEvents, long.MaxValue), words) : null;

    /// <summary>The same for events that were read from the journal; those that this copy has not taken in yet are left for later.</summary>
    public ThreadChanges Changes(long after, IReadOnlyList<ThreadEvent> events, WordsAtHand words)
    {
        if (events.Count > Thread.Sequence - after) events = [.. events.Take((int)(Thread.Sequence - after))];
        var to = after + events.Count;
        return new ThreadChanges
        {
            Site = _key.Site.Value,
            Article = _key.Article.Value,
            From = after,
            To = to,
            Position = new ThreadPosition(Epoch, to).ToString(),
            CommentCount = Thread.PublishedCount,
            More = to < Thread.Sequence,
            Changes = ThreadProjection.Changes(Thread, events, words.Of),
        };
    }

    private ThreadPage PageOf((IReadOnlyList<int> Numbers, PageCursor? Next) page, WordsAtHand words) =>
        ThreadPages.Of(Thread, Position, page, comment => View(comment, words, Viewer.Anybody));

    private void Apply(ThreadEvent @event, ReadOnlyMemory<byte> bytes)
    {
        Thread.Apply(@event);
        _orders.Follow();
        _reactions.Follow(@event);
        if (@event is PersonErased) ForgetWords();
        _recent.Add(@event, bytes.Length);
        LastEntry = bytes;
        _firstPages.Clear();
        foreach (var number in Thread.Touched) Seen.Add(Thread.Find(number));
        foreach (var number in Thread.Touched)
            if (Thread.Find(number) is { IsPublished: false } comment && !(@event is CommentPosted or CommentReceived))
                TakeBack(comment);
        if (@event is IGivesWords given) KeepWords(given);
    }

    /// <summary>Of somebody who is erased nothing stays in the memory of this host: neither their words, nor names and quotes in what others did.</summary>
    private void ForgetWords()
    {
        Seen = new SeenAuthors(Thread);
        Words.Clear();
        _recent.Restart(Thread.Sequence - 1);
    }

    /// <summary>The quote came with the posting; where that is no longer known the words are put together from the journal when they are shown.</summary>
    private void KeepWords(IGivesWords given)
    {
        if (Thread.Find(given.Number) is not { IsPublished: true } comment || comment.BodyAt != Thread.Sequence) return;
        if (comment.Revision == 1 || comment.QuoteOf == 0) Words.Keep(comment, new CommentWords(comment.Revision, given.Body, given.Quote));
        else Words.Drop(comment.Number);
    }

    /// <summary>Words that readers no longer see are not only hidden, they leave the memory of this host. Should they come back, the journal has them.</summary>
    private void TakeBack(Comment comment)
    {
        Words.Drop(comment.Number);
        foreach (var at in comment.EarlierRevisions.Select(earlier => earlier.BodyAt).Append(comment.PostedAt).Append(comment.BodyAt))
            if (_recent.Holds(at) && _recent[at] is IGivesWords given)
                _recent[at] = given.With(TakenBack);
    }

    /// <summary>What a comment answers, what that answers, and so on.</summary>
    private IEnumerable<Comment> Above(Comment comment)
    {
        while (comment.ReplyTo is { } number && Thread.Find(number) is { } parent) yield return comment = parent;
    }

    private List<CommentView> View(IEnumerable<Comment> comments, WordsAtHand words, Viewer viewer) =>
        [.. comments.Select(comment => View(comment, words, viewer)).OfType<CommentView>()];

    private CommentView? View(Comment comment, WordsAtHand words, Viewer viewer) =>
        CommentViews.For(Thread, comment, words.For(comment, viewer), viewer);
}
