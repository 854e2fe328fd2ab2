using Realtime.Discussion.Comments;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Reading;

/// <summary>
/// The sort orders of one thread, kept current event by event, so that a page costs its length and not the thread's. The ranked orders are made
/// when first asked for. Not safe for concurrent use: the replica's lock guards it together with the thread.
/// </summary>
public sealed class ThreadOrders(ArticleThread thread)
{
    private Ranking? _top;
    private Ranking? _replies;

    /// <summary>The numbers of the next comments behind the cursor (from the start without one), and the cursor behind them if there are more.</summary>
    public (IReadOnlyList<int> Numbers, PageCursor? Next) Page(ThreadSort sort, PageCursor? cursor, int limit) => sort switch
    {
        _ when limit < 1 => throw new ArgumentOutOfRangeException(nameof(limit), limit, "A page has at least one comment."),
        ThreadSort.Newest => Numbered(sort, Math.Min(cursor?.Number - 1 ?? int.MaxValue, thread.LastNumber), -1, limit),
        ThreadSort.Oldest => Numbered(sort, Math.Min(cursor?.Number ?? 0, thread.LastNumber) + 1, +1, limit),
        ThreadSort.Top => (_top ??= new Ranking(thread, comment => comment.Reactions.Total)).Page(sort, cursor, limit),
        _ => (_replies ??= new Ranking(thread, comment => comment.ReplyCount)).Page(sort, cursor, limit),
    };

    /// <summary>Tells that an event has just been applied to the thread.</summary>
    public void Follow()
    {
        foreach (var number in thread.Touched)
        {
            _top?.Touch(number);
            _replies?.Touch(number);
        }
    }

    private (IReadOnlyList<int>, PageCursor?) Numbered(ThreadSort sort, int first, int step, int limit)
    {
        var numbers = new List<int>(Math.Min(limit, 64));
        for (var number = first; thread.Find(number) is { } comment; number += step)
        {
            if (!comment.HasBeenPublic) continue;
            if (numbers.Count == limit) return (numbers, new PageCursor(sort, 0, numbers[^1]));
            numbers.Add(number);
        }

        return (numbers, null);
    }

    /// <summary>The published comments by score, best first.</summary>
    private sealed class Ranking
    {
        private static readonly (int Score, int Number) Last = (-1, 0);

        private readonly ArticleThread _thread;
        private readonly Func<Comment, int> _scoreOf;
        private readonly Dictionary<int, int> _scores = [];
        private readonly SortedSet<(int Score, int Number)> _ranked = new(Comparer<(int, int)>.Create((a, b) => b.CompareTo(a)));

        public Ranking(ArticleThread thread, Func<Comment, int> scoreOf)
        {
            (_thread, _scoreOf) = (thread, scoreOf);
            for (var number = 1; number <= thread.LastNumber; number++) Touch(number);
        }

        public void Touch(int number)
        {
            if (_scores.Remove(number, out var before)) _ranked.Remove((before, number));
            if (_thread.Find(number) is not { IsPublished: true } comment) return;
            var score = _scoreOf(comment);
            _scores[number] = score;
            _ranked.Add((score, number));
        }

        public (IReadOnlyList<int>, PageCursor?) Page(ThreadSort sort, PageCursor? cursor, int limit)
        {
            var rest = cursor is { } c ? _ranked.GetViewBetween((c.Score, c.Number - 1), Last) : _ranked;
            var page = new List<(int Score, int Number)>();
            foreach (var entry in rest)
            {
                if (page.Count == limit) return (page.ConvertAll(one => one.Number), new PageCursor(sort, page[^1].Score, page[^1].Number));
                page.Add(entry);
            }

            return (page.ConvertAll(one => one.Number), null);
        }
    }
}
