using Realtime.Discussion.Articles;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Articles;

public class ScheduledClosingTests
{
    private readonly LiveThread _thread = new();

    private DateTimeOffset Tomorrow => _thread.Now.AddDays(1);

    [Fact]
    public void A_thread_closes_when_its_time_has_come_and_not_before()
    {
        _thread.ScheduleClose(Moderator, Tomorrow);

        Refusals.ExpectAlready(_thread.Give(CloseWhenDue.Alarm));
        Assert.False(_thread.State.IsClosed);
        _thread.Now = Tomorrow;
        Assert.True(_thread.Give(CloseWhenDue.Alarm).IsAccepted);
        Assert.True(_thread.State.IsClosed);
        Assert.Null(_thread.State.ClosesAt);
    }

    [Fact]
    public void A_commenter_may_not_set_the_time() =>
        Refusals.Expect(RefusalCode.NotAllowed, _thread.ScheduleClose(Ani, Tomorrow));

    [Fact]
    public void A_time_that_has_passed_closes_at_once()
    {
        Assert.True(_thread.ScheduleClose(Publisher, _thread.Now).IsAccepted);

        Assert.True(_thread.State.IsClosed);
    }

    [Fact]
    public void The_time_can_be_changed_and_taken_back()
    {
        _thread.ScheduleClose(Moderator, Tomorrow);
        _thread.ScheduleClose(Moderator, Tomorrow.AddDays(1));
        Assert.Equal(Tomorrow.AddDays(1), _thread.State.ClosesAt);

        _thread.ScheduleClose(Moderator, null);
        Assert.Null(_thread.State.ClosesAt);
        _thread.Now = Tomorrow.AddDays(9);
        Refusals.ExpectAlready(_thread.Give(CloseWhenDue.Alarm));
    }

    [Fact]
    public void A_closed_thread_has_no_time_to_close_at()
    {
        _thread.Post(Ani);
        _thread.Close(Moderator);

        Refusals.Expect(RefusalCode.ThreadClosed, _thread.ScheduleClose(Moderator, Tomorrow));
    }

    [Fact]
    public void The_same_time_again_changes_nothing()
    {
        _thread.ScheduleClose(Moderator, Tomorrow);

        Refusals.ExpectAlready(_thread.ScheduleClose(Moderator, Tomorrow));
    }

    [Fact]
    public void Once_its_time_has_come_a_thread_is_closed_whether_the_alarm_has_rung_or_not()
    {
        _thread.ScheduleClose(Moderator, Tomorrow);
        _thread.Now = Tomorrow;

        Refusals.Expect(RefusalCode.ThreadClosed, _thread.Post(Ani));
        Assert.True(_thread.Reopen(Moderator).IsAccepted);
        Assert.True(_thread.Post(Ani).IsAccepted);
    }

    [Fact]
    public void A_thread_closes_when_its_article_is_too_old_for_the_site()
    {
        _thread.Set(settings => settings with { CloseAfter = TimeSpan.FromDays(7) });
        _thread.Give(new DescribeArticle { Actor = Publisher, Article = new Article { Title = "t", PublishedAt = _thread.Now.AddDays(-2) } });
        _thread.Post(Ani);
        Assert.Equal(_thread.Now.AddDays(5), ThreadRules.NextDue(_thread.State, _thread.House));

        _thread.Now += TimeSpan.FromDays(5);
        Refusals.Expect(RefusalCode.ThreadClosed, _thread.Post(Ani));
        Assert.True(_thread.Give(CloseWhenDue.Alarm).IsAccepted);
        Assert.Null(ThreadRules.NextDue(_thread.State, _thread.House));
    }

    [Fact]
    public void Where_the_articles_time_is_not_known_its_thread_ages_from_its_first_event()
    {
        _thread.Set(settings => settings with { CloseAfter = TimeSpan.FromDays(7) });
        _thread.Post(Ani);

        Assert.Equal(_thread.Now.AddDays(7), ThreadRules.NextDue(_thread.State, _thread.House));
    }

    [Fact]
    public void A_thread_that_somebody_has_reopened_is_not_closed_for_its_age_again()
    {
        _thread.Set(settings => settings with { CloseAfter = TimeSpan.FromDays(7) });
        _thread.Post(Ani);
        _thread.Now += TimeSpan.FromDays(8);
        _thread.Give(CloseWhenDue.Alarm);
        _thread.Reopen(Moderator);

        Refusals.ExpectAlready(_thread.Give(CloseWhenDue.Alarm));
        Assert.True(_thread.Post(Ani).IsAccepted);
        Assert.True(_thread.ScheduleClose(Moderator, Tomorrow).IsAccepted);
        Assert.Equal(Tomorrow, ThreadRules.NextDue(_thread.State, _thread.House));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    public void Of_the_two_times_the_earlier_counts(int days)
    {
        _thread.Set(settings => settings with { CloseAfter = TimeSpan.FromDays(7) });
        _thread.Post(Ani);
        _thread.ScheduleClose(Moderator, _thread.Now.AddDays(days));

        Assert.Equal(_thread.Now.AddDays(Math.Min(days, 7)), ThreadRules.NextDue(_thread.State, _thread.House));
    }
}
