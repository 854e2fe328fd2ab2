using Realtime.Discussion.Comments;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Audit;

/// <summary>The moment of the past that is asked for.</summary>
/// <param name="Time">All that had happened by then; null when <paramref name="Sequence"/> says it.</param>
/// <param name="Sequence">The last event that had happened.</param>
public readonly record struct PastMoment(DateTimeOffset? Time, long Sequence)
{
    public static PastMoment At(DateTimeOffset time) => new(time, 0);

    public static PastMoment After(long sequence) => new(null, sequence);

    internal bool Includes(long sequence, ThreadEvent @event) => Time is { } time ? @event.At <= time : sequence <= Sequence;
}

/// <summary>
/// A thread as readers had it at a moment, made from its journal: give it every entry in order. Those behind the moment are needed too, because whoever has been
/// erased since is not shown in the past either.
/// </summary>
public sealed class PastThread(PastMoment moment)
{
    private readonly ArticleThread _thread = new();
    private readonly List<PersonErased> _erasedSince = [];
    private bool _isOver;
    private ThreadOrders? _orders;

    /// <summary>The last event that readers had seen, 0 for none.</summary>
    public long Sequence { get; private set; }

    /// <summary>When it happened; null for none.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    public bool Existed => _thread.Exists;

    public void Take(ThreadEvent @event)
    {
        // From the first event that is too late on: what comes behind it came later, whatever a clock that was set back says.
        _isOver |= !moment.Includes(Sequence + 1, @event);
        if (_isOver)
        {
            if (@event is PersonErased erased) _erasedSince.Add(erased);
            return;
        }

        _thread.Apply(@event);
        Sequence++;
        if (@event is not (Unreadable or Unknown)) LastAt = @event.At;
    }

    /// <summary>The next comments behind the cursor, once everything has been taken in, and the sequences of the entries that hold their words.</summary>
    public (IReadOnlyList<int> Numbers, PageCursor? Next, IReadOnlyList<long> Words) Page(ThreadSort sort, PageCursor? cursor, int limit)
    {
        foreach (var erased in _erasedSince) _thread.Apply(erased);
        _erasedSince.Clear();
        var (numbers, next) = (_orders ??= new ThreadOrders(_thread)).Page(sort, cursor, limit);
        var words = numbers.Select(number => _thread.Find(number)!).Where(comment => comment.IsPublished).SelectMany(comment => new[] { comment.PostedAt, comment.BodyAt });
        return (numbers, next, [.. words.Distinct()]);
    }

    /// <param name="epoch">The journal's.</param>
    /// <param name="page">From <see cref="Page"/>.</param>
    /// <param name="eventAt">The events that hold the words of the page.</param>
    public ThreadPage Render(long epoch, (IReadOnlyList<int> Numbers, PageCursor? Next) page, Func<long, ThreadEvent?> eventAt) =>
        ThreadPages.Of(_thread, new ThreadPosition(epoch, Sequence), page, comment => CommentViews.For(_thread, comment, WordsOf(comment, eventAt), Viewer.Anybody));

    private static CommentWords? WordsOf(Comment comment, Func<long, ThreadEvent?> eventAt) =>
        comment.IsPublished && eventAt(comment.BodyAt) is IGivesWords given && given.Number == comment.Number
            ? new CommentWords(comment.Revision, given.Body, (eventAt(comment.PostedAt) as IGivesWords)?.Quote)
            : null;
}
