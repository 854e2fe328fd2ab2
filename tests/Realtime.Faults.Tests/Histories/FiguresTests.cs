using Realtime.Faults.Histories;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Tests.Histories;

public sealed class FiguresTests
{
    [Fact]
    public void A_gap_lasts_from_the_last_acknowledgement_before_a_fault_to_the_first_after_it()
    {
        var history = new History { Posts = [Acknowledged(90), Acknowledged(400), Acknowledged(410)], Marks = [Fault(100), Quiet(500)] };

        Assert.Equal([310], Figures.Of(history).AckGaps);
    }

    [Fact]
    public void Every_fault_has_its_own_gap()
    {
        var history = new History { Posts = [Acknowledged(90), Acknowledged(190), Acknowledged(240)], Marks = [Fault(100), Fault(200), Quiet(300)] };

        Assert.Equal([100, 50], Figures.Of(history).AckGaps);
    }

    [Fact]
    public void A_thread_that_is_never_acknowledged_again_has_a_gap_to_the_end()
    {
        var history = new History { Posts = [Acknowledged(90)], Marks = [Fault(100), Quiet(500)] };

        Assert.Equal([410], Figures.Of(history).AckGaps);
    }

    [Fact]
    public void The_delivery_gap_is_that_of_the_unluckiest_reader()
    {
        var history = new History
        {
            Sightings = [Seen("ada", 50, 0), Seen("bob", 50, 0), Seen("ada", 150, 1), Seen("bob", 350, 1)], Marks = [Fault(100), Quiet(400)],
        };

        Assert.Equal([300], Figures.Of(history).DeliveryGaps);
    }

    private static PostRecord Acknowledged(double at) => new() { Op = "op1x1", Writer = "ada", Article = "hot", Began = at - 1, Ended = at, Outcome = Outcome.Ok };

    private static Sighting Seen(string reader, double at, long from) => new() { Reader = reader, Article = "hot", Kind = SightingKind.Changes, At = at, From = from, To = from + 1 };

    private static Mark Fault(double at) => new(at, MarkKind.Disturbed, "a fault");

    private static Mark Quiet(double at) => new(at, MarkKind.Quiet, "the end");
}
