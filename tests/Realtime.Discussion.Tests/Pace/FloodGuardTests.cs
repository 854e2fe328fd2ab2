using Realtime.Discussion.Comments;
using Realtime.Discussion.Pace;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Pace;

public class FloodGuardTests
{
    private readonly LiveThread _thread = new();

    public FloodGuardTests() => Guard(FloodResponse.Review);

    [Fact]
    public void As_many_comments_as_are_allowed_set_nothing_off()
    {
        Flood(3);

        Assert.Null(_thread.State.Guard);
    }

    [Fact]
    public void One_more_brings_the_guard_with_it_in_its_own_event()
    {
        Flood(3);
        var last = Assert.IsType<CommentPosted>(_thread.Post(Ani).Event);

        Assert.Equal(new Guard(FloodResponse.Review, _thread.Now.AddMinutes(10)), last.Guard);
        Assert.Equal(CommentStatus.Published, _thread.State.Find(4)!.Status);
        Assert.Equal(CommentStatus.Pending, _thread.Post(Ani).Status);
    }

    [Fact]
    public void Comments_that_are_far_enough_apart_are_no_flood()
    {
        Flood(3);
        _thread.Now += TimeSpan.FromMinutes(1);
        _thread.Post(Ani);

        Assert.Null(_thread.State.Guard);
    }

    [Fact]
    public void What_only_its_author_sees_is_no_flood()
    {
        _thread.Sanction(Ani, SanctionKind.Shadow);
        Flood(9);

        Assert.Null(_thread.State.Guard);
    }

    [Fact]
    public void Readers_are_told_of_it_beside_the_comment()
    {
        Flood(4);
        var changes = ThreadProjection.Changes(_thread.State, _thread.Events(after: 3), _thread.WordsOf);

        Assert.Equal(["posted", "guarded"], changes.Select(change => change.Type));
        Assert.Equal(("review", _thread.Now.AddMinutes(10).UtcDateTime, true), (changes[1].Mode, changes[1].Until, changes[1].Review));
    }

    [Fact]
    public void It_slows_people_down_where_the_site_wants_that()
    {
        Guard(FloodResponse.SlowMode);
        Flood(4);

        Assert.Equal(_thread.Now.AddMinutes(2), _thread.Post(Ani).Refusal!.Until);
        Assert.Equal(120, ThreadMode.Effective(_thread.State).SlowModeSeconds);
    }

    [Fact]
    public void When_its_time_has_come_it_guards_no_longer_and_the_alarm_takes_it_away()
    {
        Flood(4);
        var until = _thread.State.Guard!.Until;
        Assert.Equal(until, ThreadRules.NextDue(_thread.State, _thread.House));
        Refusals.ExpectAlready(_thread.Give(EndGuardWhenDue.Alarm));

        _thread.Now = until;
        Assert.Equal(CommentStatus.Published, _thread.Post(Ani).Status);
        Assert.True(_thread.Give(EndGuardWhenDue.Alarm).IsAccepted);
        Assert.Null(_thread.State.Guard);
        Assert.Equal("unguarded", ThreadProjection.Changes(_thread.State, _thread.Events(), _thread.WordsOf)[^1].Type);
    }

    [Fact]
    public void A_flood_that_goes_on_sets_it_off_anew()
    {
        Flood(4);
        _thread.Now = _thread.State.Guard!.Until;
        Flood(4);

        Assert.Equal(_thread.Now.AddMinutes(10), _thread.State.Guard!.Until);
    }

    private void Guard(FloodResponse response) => _thread.Set(settings => settings with
        { FloodGuard = new FloodGuard { Comments = 3, Within = TimeSpan.FromMinutes(1), Response = response, SlowMode = TimeSpan.FromMinutes(2) } });

    private void Flood(int comments)
    {
        for (var i = 0; i < comments; i++) _thread.Post(Ani);
    }
}
