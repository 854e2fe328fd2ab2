using Realtime.Discussion.Identity;
using Realtime.Discussion.Pace;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Pace;

public class SlowModeTests
{
    private readonly LiveThread _thread = new();

    public SlowModeTests() => _thread.Set(settings => settings with { SlowMode = TimeSpan.FromSeconds(30) });

    [Fact]
    public void A_second_comment_too_soon_is_refused_and_told_when_to_come_again()
    {
        _thread.Post(Ani);
        var soon = _thread.Post(Ani);

        Refusals.Expect(RefusalCode.SlowMode, soon);
        Assert.Equal(_thread.Now.AddSeconds(30), soon.Refusal!.Until);
    }

    [Fact]
    public void At_that_moment_it_is_taken()
    {
        _thread.Post(Ani);
        _thread.Now += TimeSpan.FromSeconds(30);

        Assert.True(_thread.Post(Ani).IsAccepted);
    }

    [Fact]
    public void Others_are_not_slowed_by_it()
    {
        _thread.Post(Ani);

        Assert.True(_thread.Post(Bagrat).IsAccepted);
    }

    [Fact]
    public void A_comment_taken_away_counts()
    {
        _thread.Post(Ani);
        _thread.Remove(Ani, 1);

        Refusals.Expect(RefusalCode.SlowMode, _thread.Post(Ani));
    }

    [Fact]
    public void A_repetition_is_no_second_comment()
    {
        _thread.Post(Ani, id: "once");

        Refusals.ExpectAlready(_thread.Post(Ani, id: "once"));
    }

    [Theory]
    [InlineData(Roles.Staff)]
    [InlineData(Roles.Moderator)]
    public void Those_of_the_house_are_not_slowed(Roles roles)
    {
        _thread.Post(Ani with { Roles = roles });

        Assert.True(_thread.Post(Ani with { Roles = roles }).IsAccepted);
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(5, 30)]
    public void Of_the_sites_and_the_threads_the_stricter_holds(int threads, int expected)
    {
        _thread.Give(new SetThreadMode { Actor = Moderator, SlowMode = TimeSpan.FromSeconds(threads) });
        _thread.Post(Ani);

        Assert.Equal(_thread.Now.AddSeconds(expected), _thread.Post(Ani).Refusal!.Until);
    }
}
