using CsCheck;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Tests.Threads;
using Xunit;

namespace Realtime.Discussion.Tests.Reading;

public class ThreadOrdersProperties
{
    private static readonly Gen<ThreadSort> AnySort = Gen.OneOf(Enum.GetValues<ThreadSort>());

    [Fact]
    public void Pages_of_a_quiet_thread_show_every_comment_once_in_order() =>
        Gen.Select(Commands.Threads, AnySort, Gen.Int[1, 10]).Sample((thread, sort, limit) =>
            Walk(new ThreadOrders(thread.State), sort, limit).SequenceEqual(Expected(thread, sort)));

    [Fact]
    public void Orders_kept_event_by_event_are_the_orders_made_afresh() =>
        Gen.Select(Commands.Threads, Commands.Any.List[0, 60], AnySort).Sample((thread, more, sort) =>
        {
            var orders = new ThreadOrders(thread.State);
            orders.Page(sort, null, 1);
            foreach (var command in more)
            {
                if (thread.Give(command).IsAccepted) orders.Follow();
            }

            return Walk(orders, sort, 7).SequenceEqual(Expected(thread, sort));
        });

    [Theory]
    [InlineData(ThreadSort.Newest)]
    [InlineData(ThreadSort.Oldest)]
    public void Comments_that_arrive_during_the_walk_neither_hide_nor_repeat_another(ThreadSort sort) =>
        Gen.Select(Commands.Threads, Commands.Posting.List[1, 5], Gen.Int[1, 10]).Sample((thread, more, limit) =>
        {
            var before = thread.Page().Select(comment => comment.Number).ToList();
            var shown = Walk(new ThreadOrders(thread.State), sort, limit, () => more.ForEach(command => thread.Give(command)), turns: 20);
            return shown.Distinct().Count() == shown.Count && before.All(shown.Contains);
        });

    [Fact]
    public void Any_cursor_gives_a_page_without_an_exception() =>
        Gen.Select(Commands.Threads, AnySort, Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], Gen.Int[1, int.MaxValue])
            .Sample((thread, sort, score, number, limit) =>
            {
                var (numbers, _) = new ThreadOrders(thread.State).Page(sort, new PageCursor(sort, score, number), limit);
                return numbers.All(shown => thread.ViewFor(shown, Viewer.Anybody) is not null);
            });

    private static List<int> Walk(ThreadOrders orders, ThreadSort sort, int limit, Action? meanwhile = null, int turns = int.MaxValue)
    {
        var shown = new List<int>();
        PageCursor? cursor = null;
        do
        {
            (var numbers, cursor) = orders.Page(sort, cursor, limit);
            shown.AddRange(numbers);
            if (turns-- > 0) meanwhile?.Invoke();
            Assert.True(cursor is null || PageCursor.TryParse(cursor.ToString(), sort, out _));
        }
        while (cursor is not null);
        return shown;
    }

    private static IEnumerable<int> Expected(LiveThread thread, ThreadSort sort)
    {
        var all = Enumerable.Range(1, thread.State.LastNumber).Select(number => thread.State.Find(number)!).Where(comment => comment.HasBeenPublic).ToList();
        return (sort switch
        {
            ThreadSort.Newest => all.OrderByDescending(comment => comment.Number),
            ThreadSort.Oldest => all.OrderBy(comment => comment.Number),
            ThreadSort.Top => Ranked(all, comment => comment.Reactions.Total),
            _ => Ranked(all, comment => comment.ReplyCount),
        }).Select(comment => comment.Number);
    }

    private static IOrderedEnumerable<Comment> Ranked(List<Comment> all, Func<Comment, int> score) =>
        all.Where(comment => comment.IsPublished).OrderByDescending(score).ThenByDescending(comment => comment.Number);
}
