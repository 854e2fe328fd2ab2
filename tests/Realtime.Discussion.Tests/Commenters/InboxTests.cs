using Realtime.Discussion.Commenters;
using Xunit;
using static Realtime.Discussion.Tests.Commenters.LiveCommenter;

namespace Realtime.Discussion.Tests.Commenters;

public class InboxTests
{
    private readonly LiveCommenter _ani = new();

    [Fact]
    public void The_newest_told_comes_first()
    {
        _ani.Take(Item(2), Item(1));

        Assert.Equal(["comment:bridge#1", "comment:bridge#2"], _ani.Keys);
        Assert.Equal(2, _ani.State.Unread);
    }

    [Fact]
    public void Told_twice_is_told_once()
    {
        _ani.Take(Item(1));

        Refusals.ExpectAlready(_ani.Take(Item(1)));
    }

    [Fact]
    public void What_is_withdrawn_is_gone_and_a_late_notice_does_not_bring_it_back()
    {
        _ani.Take(Item(1, sequence: 1));
        _ani.Take(Withdrawn(1, sequence: 3));
        Refusals.ExpectAlready(_ani.Take(Item(1, sequence: 2)));

        Assert.Empty(_ani.Keys);
        Assert.Equal(0, _ani.State.Unread);
    }

    [Fact]
    public void What_is_withdrawn_before_it_was_told_is_never_told()
    {
        _ani.Take(Withdrawn(1, sequence: 3));
        _ani.Take(Item(1, sequence: 2));

        Assert.Empty(_ani.Keys);
    }

    [Fact]
    public void What_is_published_again_is_unread_again()
    {
        _ani.Take(Item(1, sequence: 1));
        _ani.Read(1);
        _ani.Take(Withdrawn(1, sequence: 2));
        _ani.Take(Item(1, sequence: 3));

        Assert.Equal(1, _ani.State.Unread);
    }

    [Fact]
    public void What_changes_in_a_detail_stays_read()
    {
        _ani.Take(Item(1, sequence: 1));
        _ani.Read(1);
        _ani.Take(Item(1, sequence: 2) with { Title = "The new bridge" });

        Assert.Equal(0, _ani.State.Unread);
        Assert.Equal("The new bridge", _ani.State.Readable.Single().Item.Title);
    }

    [Fact]
    public void A_second_ruling_takes_the_first_ones_place_and_is_unread()
    {
        var rejected = Item(1) with { Key = "ruling:bridge#1", Kind = InboxKind.Rejected, From = null };
        _ani.Take(rejected);
        _ani.Read(1);
        _ani.Take(rejected with { Through = new(1, 5), Kind = InboxKind.AppealGranted, At = Noon });

        Assert.Equal(InboxKind.AppealGranted, Assert.Single(_ani.State.Readable).Item.Kind);
        Assert.Equal(1, _ani.State.Unread);
    }

    [Fact]
    public void The_newest_five_hundred_are_kept_and_older_ones_do_not_come_back()
    {
        _ani.Take([.. Enumerable.Range(1, Inbox.Most + 5).Select(number => Item(number))]);
        Refusals.ExpectAlready(_ani.Take(Item(5)));

        Assert.Equal(Inbox.Most, _ani.Keys.Count());
        Assert.Equal("comment:bridge#6", _ani.Keys.Last());
    }

    [Fact]
    public void Withdrawn_ones_push_nothing_out()
    {
        _ani.Take(Item(1));
        _ani.Take([.. Enumerable.Range(2, Inbox.Most + 5).Select(number => Withdrawn(number))]);

        Assert.Equal(["comment:bridge#1"], _ani.Keys);
    }

    [Fact]
    public void Reading_marks_only_go_forward_and_not_past_the_last()
    {
        _ani.Take(Item(1), Item(2));
        _ani.Read(99);
        Refusals.ExpectAlready(_ani.Read(1));
        _ani.Take(Item(3));

        Assert.Equal((2, 1), (_ani.State.Inbox.ReadThrough, _ani.State.Unread));
    }

    [Fact]
    public void Pages_go_back_in_time()
    {
        _ani.Take([.. Enumerable.Range(1, 5).Select(number => Item(number))]);
        var first = InboxViews.Page(Site, _ani.State, null, 2);
        var last = InboxViews.Page(Site, _ani.State, long.Parse(first.Next!, null), 3);

        Assert.Equal([5, 4], first.Items.Select(item => item.Id));
        Assert.Equal([3, 2, 1], last.Items.Select(item => item.Id));
        Assert.Null(last.Next);
    }

    [Fact]
    public void Open_pages_hear_what_is_new_and_what_is_gone()
    {
        _ani.Take(Item(1, sequence: 1));
        var before = _ani.State;
        _ani.Take(Item(2, sequence: 2), Withdrawn(1, sequence: 2));
        var changes = InboxViews.Changes(Site, before, _ani.State)!;

        Assert.Equal((2L, "reply"), (Assert.Single(changes.Items).Id, changes.Items[0].Kind));
        Assert.Equal([1L], changes.Gone);
        Assert.Equal(1, changes.Unread);
    }

    [Fact]
    public void Open_pages_hear_nothing_of_what_is_not_shown()
    {
        var before = _ani.State;
        _ani.Take(Withdrawn(1));

        Assert.Null(InboxViews.Changes(Site, before, _ani.State));
    }
}
