using Realtime.Cli.Watching;
using Realtime.Cli.Wire;
using Xunit;

namespace Realtime.Cli.Tests.Watching;

public class ContinuityTests
{
    [Theory]
    [InlineData(7, 9, FrameFit.Follows)]
    [InlineData(5, 9, FrameFit.Follows)]
    [InlineData(5, 7, FrameFit.Repeats)]
    [InlineData(7, 7, FrameFit.Repeats)]
    [InlineData(2, 4, FrameFit.Repeats)]
    [InlineData(8, 9, FrameFit.Gap)]
    internal void A_frame_is_judged_by_its_numbers(long from, long to, FrameFit fit) =>
        Assert.Equal(fit, At(7).Judge(new ThreadChanges { From = from, To = to }));

    [Fact]
    public void Without_a_place_every_frame_is_a_gap() => Assert.Equal(FrameFit.Gap, new Continuity().Judge(new ThreadChanges { From = 0, To = 1 }));

    [Fact]
    public void A_frame_taken_in_moves_the_place_behind_it()
    {
        var continuity = At(7);

        continuity.Advance(new ThreadChanges { From = 7, To = 9, Position = "p9" });

        Assert.Equal("p9", continuity.Position);
        Assert.Equal(FrameFit.Follows, continuity.Judge(new ThreadChanges { From = 9, To = 10 }));
    }

    [Fact]
    public void A_reset_may_lead_back_to_smaller_numbers()
    {
        var continuity = At(700);

        continuity.Take(new WatchedThread { Position = "p3", Sequence = 3, Reset = true, Page = new ThreadPage() });

        Assert.Equal(FrameFit.Follows, continuity.Judge(new ThreadChanges { From = 3, To = 4 }));
    }

    private static Continuity At(long sequence)
    {
        var continuity = new Continuity();
        continuity.Take(new WatchedThread { Position = "p", Sequence = sequence, Page = new ThreadPage() });
        return continuity;
    }
}
