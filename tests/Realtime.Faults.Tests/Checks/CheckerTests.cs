using Realtime.Faults.Checks;
using Realtime.Faults.Histories;

namespace Realtime.Faults.Tests.Checks;

/// <summary>Histories that must pass, and histories that must not, each with the one promise that it breaks.</summary>
public sealed class CheckerTests
{
    [Fact]
    public void A_thread_that_everybody_saw_whole_passes() => Assert.Empty(Story.OfTwoComments().Check());

    [Fact]
    public void A_reader_who_resumed_where_it_was_passes() =>
        Assert.Empty(Story.OfTwoComments().Page("bob", 0).Changes("bob", 0, 1, "op1x1").Resumed("bob", 1, 2, "op1x2").Check());

    [Fact]
    public void An_empty_resumption_passes() => Assert.Empty(Story.OfTwoComments().Page("bob", 2, "op1x1", "op1x2").Resumed("bob", 2, 2).Check());

    [Fact]
    public void A_reset_that_is_announced_and_followed_by_a_page_passes() =>
        Assert.Empty(Story.OfTwoComments().Page("bob", 0).Changes("bob", 0, 1, "op1x1").Reset("bob").Page("bob", 2, "op1x1", "op1x2").Check());

    [Fact]
    public void The_first_epoch_of_a_thread_needs_no_reset()
    {
        var story = new Story { Epoch = 0 };
        story.Page("ada", 0).Epoch = 7;
        Assert.Empty(story.Ok("op1x1", 1).Logged("op1x1").Changes("ada", 0, 1, "op1x1").Check());
    }

    [Fact]
    public void A_post_of_unknown_outcome_may_be_there_or_not()
    {
        Assert.Empty(Story.OfTwoComments().Info("op2x1").Check());
        Assert.Empty(Story.OfTwoComments().Info("op2x1").Logged("op2x1").Changes("ada", 2, 3, "op2x1").Check());
    }

    [Fact]
    public void A_reader_who_left_need_not_be_at_the_head() => Assert.Empty(Story.OfTwoComments().Page("bob", 0).Left("bob").Check());

    [Fact]
    public void Changes_that_bring_no_comment_count_into_the_range()
    {
        var story = Story.OfTwoComments().Changes("ada", 2, 4);
        story.OtherEvents = 2;
        Assert.Empty(story.Check());
    }

    [Fact]
    public void A_lost_acknowledgement_is_found() => Broken(Story.OfTwoComments().Ok("op1x3", 3), "C1", ViolationKind.Lost, "op1x3");

    [Fact]
    public void A_comment_that_is_there_twice_is_found() =>
        Broken(Story.OfTwoComments().Logged("op1x2").Changes("ada", 2, 3, "op1x2"), "C1", ViolationKind.Repeated, "op1x2");

    [Fact]
    public void A_comment_under_another_number_than_acknowledged_is_found() =>
        Broken(new Story().Ok("op1x1", 2).Ok("op1x2", 1, 3).Logged("op1x1").Logged("op1x2"), "C1", ViolationKind.Reordered, "op1x1");

    [Fact]
    public void Two_entries_of_one_post_in_the_store_are_found()
    {
        var story = Story.OfTwoComments();
        story.Entries = ["op1x1", "op1x1"];
        Broken(story, "C1", ViolationKind.Repeated, "op1x1");
    }

    [Fact]
    public void A_refused_post_that_happened_is_found() =>
        Broken(Story.OfTwoComments().Fail("op2x1").Logged("op2x1").Changes("ada", 2, 3, "op2x1"), "C2", ViolationKind.Phantom, "op2x1");

    [Fact]
    public void A_post_of_unknown_outcome_that_happened_twice_is_found() =>
        Broken(Story.OfTwoComments().Info("op2x1").Logged("op2x1").Logged("op2x1").Changes("ada", 2, 4, "op2x1", "op2x1"), "C2", ViolationKind.Repeated, "op2x1");

    [Fact]
    public void A_repetition_that_was_answered_with_another_number_is_found() => Broken(Story.OfTwoComments().Ok("op1x1", 2, 3), "C2", ViolationKind.Repeated, "op1x1");

    [Fact]
    public void A_missing_number_is_found() => Broken(new Story { OtherEvents = 1 }.Logged("op1x1").Logged("op1x2", 3), "C3", ViolationKind.Lost, "numbers 2 to 2");

    [Fact]
    public void A_store_with_other_entries_than_the_head_says_is_found()
    {
        var story = Story.OfTwoComments();
        story.Entries = ["op1x1", "op1x2", "op9x9"];
        Broken(story, "C3", ViolationKind.Lost, "3 entries");
    }

    [Fact]
    public void A_gap_in_the_log_s_own_changes_is_found()
    {
        var story = Story.OfTwoComments();
        story.Ranges = [new LogRange(0, 1, []), new LogRange(2, 2, [])];
        Broken(story, "C3", ViolationKind.Lost, "go on at 2 behind 1");
    }

    [Fact]
    public void A_sequence_that_was_acknowledged_twice_is_found() => Broken(Story.OfTwoComments().Ok("op1x3", 3, 2).Logged("op1x3"), "C3", ViolationKind.Regressed, "op1x3");

    [Fact]
    public void An_acknowledged_epoch_that_went_back_is_found()
    {
        var story = new Story().Ok("op1x1", 1, 1, 2).Ok("op1x2", 2, 2, 1).Logged("op1x1").Logged("op1x2");
        story.Epoch = 2;
        Broken(story, "C3", ViolationKind.Regressed, "op1x2");
    }

    [Fact]
    public void A_gap_is_found() =>
        Broken(Story.OfTwoComments().Page("bob", 0).Changes("bob", 1, 2, "op1x2"), "C4", ViolationKind.Lost, "bob");

    [Fact]
    public void A_frame_that_comes_twice_is_found() => Broken(Story.OfTwoComments().Changes("ada", 1, 2, "op1x2"), "C4", ViolationKind.Repeated, "ada");

    [Fact]
    public void A_comment_that_comes_twice_in_ranges_that_fit_is_found() =>
        Broken(Story.OfTwoComments().Page("bob", 0).Changes("bob", 0, 1, "op1x1").Posted("bob", 1, 2, ("op1x1", 1), ("op1x2", 2)), "C4", ViolationKind.Repeated, "#1");

    [Fact]
    public void Comments_in_another_order_are_found() =>
        Broken(Story.OfTwoComments().Page("bob", 0).Posted("bob", 0, 2, ("op1x2", 2), ("op1x1", 1)), "C4", ViolationKind.Reordered, "bob");

    [Fact]
    public void A_range_that_contradicts_its_position_is_found()
    {
        var story = Story.OfTwoComments();
        var history = story.Told();
        var last = history.Sightings[^1] with { To = 7 };
        var violations = Checker.Check(history with { Sightings = [.. history.Sightings.SkipLast(1), last] });
        Assert.Contains(violations, violation => violation is { Check: "C4", Kind: ViolationKind.Regressed });
    }

    [Fact]
    public void A_new_epoch_without_a_reset_is_found()
    {
        var story = Story.OfTwoComments();
        story.Epoch = 2;
        Broken(story.Changes("ada", 2, 2), "C4", ViolationKind.Unannounced, "another epoch");
    }

    [Fact]
    public void A_page_that_nobody_asked_for_is_found() => Broken(Story.OfTwoComments().Page("ada", 2, "op1x1", "op1x2"), "C4", ViolationKind.Unannounced, "ada");

    [Fact]
    public void A_reset_where_none_may_be_is_found()
    {
        var story = new Story { Expectations = new Expectations { ResetsAllowed = false } };
        story.Ok("op1x1", 1).Logged("op1x1").Page("ada", 0).Reset("ada").Page("ada", 1, "op1x1");
        Broken(story, "C4", ViolationKind.Reset, "ada");
    }

    [Fact]
    public void A_reader_who_never_arrives_is_found() => Broken(Story.OfTwoComments().Page("bob", 0).Changes("bob", 0, 1, "op1x1"), "C5", ViolationKind.NotConverged, "bob");

    [Fact]
    public void A_reader_who_arrives_too_late_is_found() =>
        Broken(Story.OfTwoComments().Page("bob", 0).After(60_000).Changes("bob", 0, 2, "op1x1", "op1x2"), "C5", ViolationKind.NotConverged, "too late");

    [Fact]
    public void A_reader_who_is_at_the_head_with_a_comment_missing_is_found() =>
        Broken(Story.OfTwoComments().Page("bob", 0).Changes("bob", 0, 2, "op1x1"), "C5", ViolationKind.NotConverged, "#2");

    [Fact]
    public void A_reader_who_missed_an_edit_is_found()
    {
        var story = new Story { OtherEvents = 1 };
        story.Ok("op1x1", 1).Logged("op1x1", revision: 2).Page("ada", 0).Changes("ada", 0, 1, "op1x1").Edited("ada", 1, 2, 1, "op1x1", 2);
        Assert.Empty(story.Check());
        Broken(story.Page("bob", 0).Changes("bob", 0, 2, "op1x1"), "C5", ViolationKind.NotConverged, "revision 2");
    }

    [Fact]
    public void A_comment_that_was_seen_and_is_not_there_is_found() =>
        Broken(Story.OfTwoComments().Page("bob", 0).Changes("bob", 0, 3, "op1x1", "op1x2", "op9x9"), "C6", ViolationKind.Phantom, "op9x9");

    [Fact]
    public void A_comment_that_was_seen_in_another_s_place_is_found() =>
        Broken(Story.OfTwoComments().Page("bob", 0).Changes("bob", 0, 2, "op1x1", "op9x9"), "C6", ViolationKind.Phantom, "op9x9");

    [Fact]
    public void A_size_beyond_its_limit_is_found() => Broken(Story.OfTwoComments().Gauged("memory", 11, 10), "C7", ViolationKind.OutOfBounds, "memory");

    [Fact]
    public void What_the_store_forgot_may_be_gone_when_a_new_epoch_says_so()
    {
        Assert.Empty(Forgetful(isAnnounced: true).Check());
        Broken(Forgetful(isAnnounced: false), "C4", ViolationKind.Unannounced, "ada");
    }

    [Fact]
    public void What_the_store_forgot_without_a_new_epoch_is_lost()
    {
        var story = new Story { Expectations = new Expectations { StoreForgets = true } };
        Broken(story.Ok("op1x1", 1).Ok("op1x2", 2).Logged("op1x1"), "C1", ViolationKind.Lost, "op1x2");
    }

    private static Story Forgetful(bool isAnnounced)
    {
        var story = new Story { Expectations = new Expectations { StoreForgets = true } };
        story.Ok("op1x1", 1).Ok("op1x2", 2).Page("ada", 0).Changes("ada", 0, 2, "op1x1", "op1x2");
        if (isAnnounced) story.Reset("ada");
        story.Epoch = 2;
        return story.Logged("op1x1").Page("ada", 1, "op1x1");
    }

    private static void Broken(Story story, string check, ViolationKind kind, string about) =>
        Assert.Contains(story.Check(), violation => violation.Check == check && violation.Kind == kind && violation.Message.Contains(about, StringComparison.Ordinal));
}
