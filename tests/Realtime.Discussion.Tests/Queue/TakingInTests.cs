using Realtime.Discussion.Comments;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.Queue.Desk;

namespace Realtime.Discussion.Tests.Queue;

public class TakingInTests
{
    private readonly Desk _desk = new();

    [Fact]
    public void A_held_comment_waits_from_its_posting_on()
    {
        _desk.Tell(1, Pending());

        Assert.Equal((QueueState.Pending, Noon.AddMinutes(-99), "The bridge"), (_desk.Find()!.State, _desk.Find()!.Since, _desk.Find()!.Title));
    }

    [Fact]
    public void A_published_comment_is_new_until_a_moderator_has_looked_at_it()
    {
        _desk.Tell(1, Comment());
        Assert.Equal(QueueState.New, _desk.Find()?.State);

        _desk.Tell(2, Comment() with { Ruling = Ruled() });
        Assert.Null(_desk.Find());
    }

    [Fact]
    public void A_comment_edited_after_it_was_approved_is_new_again()
    {
        _desk.Tell(3, Comment() with { Revision = 2, EditedAt = Noon, Ruling = Ruled(revision: 1) });

        Assert.Equal((QueueState.New, Noon), (_desk.Find()!.State, _desk.Find()!.Since));
    }

    [Fact]
    public void An_approved_comment_that_is_reported_again_waits_again()
    {
        _desk.Tell(2, Comment() with { Ruling = Ruled() });
        _desk.Tell(3, Comment() with { Ruling = Ruled(), Reports = Reported() });

        Assert.Equal(QueueState.Reported, _desk.Find()?.State);
    }

    [Fact]
    public void A_rejected_comment_waits_when_its_author_appeals()
    {
        var rejected = Comment(status: CommentStatus.Rejected) with { Ruling = Ruled(RulingKind.Rejected) };
        _desk.Tell(2, rejected);
        Assert.Null(_desk.Find());

        _desk.Tell(3, rejected with { AppealedAt = Noon });
        Assert.Equal(QueueState.Appealed, _desk.Find()?.State);
    }

    [Theory]
    [InlineData(CommentStatus.Removed)]
    [InlineData(CommentStatus.Rejected)]
    [InlineData(CommentStatus.Withheld)]
    [InlineData(CommentStatus.Moved)]
    [InlineData(CommentStatus.Erased)]
    [InlineData(CommentStatus.Unreadable)]
    public void What_is_gone_or_decided_waits_no_longer(CommentStatus status)
    {
        _desk.Tell(1, Pending());
        _desk.Tell(2, Comment(status: status));

        Assert.Equal(0, _desk.State.Count);
    }

    [Fact]
    public void Told_twice_changes_nothing()
    {
        _desk.Tell(1, Pending(), Comment(2) with { Ruling = Ruled() });

        Refusals.ExpectAlready(_desk.Tell(1, Pending(), Comment(2) with { Ruling = Ruled() }));
    }

    [Fact]
    public void What_is_told_late_does_not_bring_back_what_was_decided()
    {
        _desk.Tell(5, Comment() with { Ruling = Ruled() });

        Refusals.ExpectAlready(_desk.Tell(4, Pending()));
    }

    [Fact]
    public void What_is_told_late_does_not_overwrite_what_came_after()
    {
        _desk.Tell(5, Pending() with { Revision = 2 });
        _desk.Tell(4, Pending());

        Assert.Equal(2, _desk.Find()?.Revision);
    }

    [Fact]
    public void A_later_epoch_is_newer_whatever_its_sequence()
    {
        _desk.Tell(50, Pending());
        _desk.Give(TakeIn.Of([Facts("bridge", new ThreadPosition(2, 10), Comment() with { Ruling = Ruled() })]));

        Assert.Null(_desk.Find());
    }

    [Fact]
    public void One_command_makes_one_event_with_the_last_that_is_told_of_each_comment()
    {
        _desk.Give(TakeIn.Of([Facts(2, Pending(1) with { Revision = 2 }), Facts(1, Pending(1), Pending(2)), Facts(3, Comment(2) with { Ruling = Ruled() })]));

        var told = Assert.IsType<ItemsTold>(Assert.Single(_desk.Journal));
        Assert.Equal(2, Assert.Single(told.Waiting!).Revision);
        Assert.Equal(2, Assert.Single(told.Left!).Number);
    }

    [Fact]
    public void Comments_of_the_same_number_under_two_articles_are_two()
    {
        _desk.Give(TakeIn.Of([Facts("bridge", new ThreadPosition(1, 1), Pending()), Facts("tunnel", new ThreadPosition(1, 1), Pending())]));

        Assert.Equal(2, _desk.State.CountOf(QueueState.Pending));
    }

    [Fact]
    public void Of_what_nobody_has_looked_at_the_newest_are_kept()
    {
        _desk.Tell(1, [.. Enumerable.Range(1, ModerationQueue.MostNew).Select(number => Comment(number))]);
        _desk.Tell(2, Comment(ModerationQueue.MostNew + 1));

        Assert.Equal(ModerationQueue.MostNew, _desk.State.CountOf(QueueState.New));
        Assert.Null(_desk.Find(1));
        Assert.Equal(1, Assert.Single(((ItemsTold)_desk.Journal[^1]).Left!).Number);
        Refusals.ExpectAlready(_desk.Tell(1, Comment(1)));
    }

    /// <summary>As a rebuild tells of them.</summary>
    [Fact]
    public void Of_old_comments_that_need_not_wait_nothing_is_remembered()
    {
        var old = Noon.AddDays(-2);
        var decided = Comment() with { At = old, Ruling = Ruled() with { At = old } };

        Refusals.ExpectAlready(_desk.Tell(9, decided, decided with { Number = 2, Status = CommentStatus.Removed, Ruling = null }));
        Assert.Null(_desk.State.KnownThrough(Key(1)));
    }

    [Fact]
    public void An_old_comment_that_waited_leaves_all_the_same()
    {
        _desk.Tell(1, Pending() with { At = Noon.AddDays(-2) });

        _desk.Tell(2, Comment(status: CommentStatus.Removed) with { At = Noon.AddDays(-2) });

        Assert.Equal(1, Assert.Single(((ItemsTold)_desk.Journal[^1]).Left!).Number);
        Assert.NotNull(_desk.State.KnownThrough(Key(1)));
    }

    [Fact]
    public void An_old_comment_that_is_too_much_is_never_let_in()
    {
        _desk.Tell(1, [.. Enumerable.Range(1, ModerationQueue.MostNew).Select(number => Comment(number))]);

        Refusals.ExpectAlready(_desk.Tell(2, Comment(ModerationQueue.MostNew + 1) with { At = Noon.AddDays(-2) }));
        Assert.Null(_desk.State.KnownThrough(Key(ModerationQueue.MostNew + 1)));
    }

    [Fact]
    public void An_old_comment_that_newer_ones_push_out_leaves_no_mark()
    {
        _desk.Tell(1, Comment(1) with { At = Noon.AddDays(-2) });
        _desk.Tell(2, [.. Enumerable.Range(2, ModerationQueue.MostNew).Select(number => Comment(number))]);

        Assert.Equal(1, Assert.Single(((ItemsTold)_desk.Journal[^1]).Left!).Number);
        Assert.Null(_desk.State.KnownThrough(Key(1)));
    }

    [Fact]
    public void What_is_held_is_never_too_much()
    {
        _desk.Tell(1, [.. Enumerable.Range(1, ModerationQueue.MostNew + 1).Select(number => Pending(number))]);

        Assert.Equal(ModerationQueue.MostNew + 1, _desk.State.Count);
    }

    [Fact]
    public void What_has_left_is_forgotten_after_a_day()
    {
        _desk.Tell(5, Comment() with { Ruling = Ruled() });
        _desk.Now += TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1);
        _desk.Tell(6, Pending(2));

        Assert.Null(_desk.State.KnownThrough(Key(1)));
    }

    [Fact]
    public void Findings_are_kept_for_the_desk()
    {
        _desk.Tell(1, Pending() with { Findings = [Found(StepNames.Words) with { Spans = [new TextSpan(3, 4)] }], Tags = ["spam?"] });

        Assert.Equal(new TextSpan(3, 4), _desk.Find()!.Findings![0].Spans[0]);
    }
}
