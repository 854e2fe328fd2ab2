using Realtime.Discussion.Comments;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Screening;
using Xunit;
using static Realtime.Discussion.Tests.Queue.Desk;

namespace Realtime.Discussion.Tests.Queue;

public class QueueOrderTests
{
    private readonly Desk _desk = new();

    [Fact]
    public void Illegal_before_suspect_before_much_reported_before_held_before_appealed_before_reported_before_new()
    {
        _desk.Tell(1,
            Comment(1),
            Comment(2) with { Reports = Reported() },
            Comment(3, CommentStatus.Rejected) with { Ruling = Ruled(RulingKind.Rejected), AppealedAt = Noon },
            Pending(4) with { Findings = [Found(StepNames.NewCommenter)] },
            Comment(5) with { Reports = Reported(QueueItem.ManyReporters) },
            Pending(6) with { Findings = [Found(StepNames.NewCommenter), Found(StepNames.Words)] },
            Comment(7) with { Reports = Reported(isUrgent: true) });

        Assert.Equal([7, 6, 5, 4, 3, 2, 1], _desk.Numbers());
        Assert.Equal(1, _desk.State.UrgentCount);
    }

    [Fact]
    public void Who_waits_longest_comes_first()
    {
        _desk.Tell(1, Pending(3), Pending(1), Pending(2));

        Assert.Equal([1, 2, 3], _desk.Numbers());
    }

    [Fact]
    public void A_held_comment_waits_since_it_was_held()
    {
        var held = Ruled(RulingKind.Held);
        _desk.Tell(1, Pending(1) with { Ruling = held }, Pending(2));

        Assert.Equal([2, 1], _desk.Numbers());
    }

    [Fact]
    public void A_page_is_of_one_state_person_or_article()
    {
        _desk.Tell(1, Pending(1), Comment(2), Comment(3, CommentStatus.Pending, by: "bagrat"));

        Assert.Equal([1, 3], _desk.Numbers(new QueueFilter(QueueState.Pending)));
        Assert.Equal([1, 2], _desk.Numbers(new QueueFilter(Person: People.Ani.Id)));
        Assert.Equal([2], _desk.Numbers(new QueueFilter(QueueState.New, People.Ani.Id, Key(1).Article)));
        Assert.Equal([], _desk.Numbers(new QueueFilter(Article: Key(1, "tunnel").Article)));
    }

    [Fact]
    public void Pages_neither_repeat_nor_miss_an_item_when_others_come_and_go()
    {
        _desk.Tell(1, [.. Enumerable.Range(1, 9).Select(Pending)]);
        var first = QueueViews.Page(_desk.State, default, new QueueFilter(), null, 4, Noon);
        _desk.Tell(2, Comment(4) with { Ruling = Ruled() }, Comment(2) with { Ruling = Ruled() }, Comment(10) with { Reports = Reported(isUrgent: true) });
        Assert.True(QueuePlace.TryParse(first.Next, out var behind));
        var second = QueueViews.Page(_desk.State, default, new QueueFilter(), behind, 10, Noon);

        Assert.Equal([1, 2, 3, 4], first.Items.Select(item => item.Number));
        Assert.Equal([5, 6, 7, 8, 9], second.Items.Select(item => item.Number));
        Assert.Null(second.Next);
    }

    [Theory]
    [InlineData("")]
    [InlineData("9!1!1!bridge")]
    [InlineData("1!-1!1!bridge")]
    [InlineData("1!1!1!no/article")]
    [InlineData("1!9223372036854775807!1!bridge")]
    [InlineData("1!1!1")]
    public void What_is_no_cursor_is_refused(string text) => Assert.False(QueuePlace.TryParse(text, out _));

    [Fact]
    public void The_order_told_sorts_as_the_queue_does()
    {
        _desk.Tell(1, Comment(1), Pending(12), Pending(2) with { Findings = [Found(StepNames.Words)] }, Comment(3) with { Reports = Reported() });
        var page = QueueViews.Page(_desk.State, default, new QueueFilter(), null, 10, Noon);

        Assert.Equal(page.Items, page.Items.OrderBy(item => item.Order, StringComparer.Ordinal));
    }
}
