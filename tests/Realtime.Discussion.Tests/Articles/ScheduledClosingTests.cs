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
}
