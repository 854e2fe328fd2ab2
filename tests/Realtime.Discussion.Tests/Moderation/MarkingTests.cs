using Realtime.Discussion.Moderation;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Moderation;

public class MarkingTests
{
    private readonly LiveThread _thread = new();

    public MarkingTests()
    {
        for (var i = 0; i < 4; i++) _thread.Post(Ani);
    }

    [Fact]
    public void Staff_pin_and_feature_without_asking_what_was_decided_before()
    {
        _thread.Approve(Moderator, 1);
        _thread.Decide(Staff, 1, Decisions.Pin);
        _thread.Decide(Publisher, 1, Decisions.Feature);

        Assert.Equal((true, true), (_thread.View(1).Pinned, _thread.View(1).Featured));
        Assert.Equal([1], _thread.State.Pinned);
    }

    [Fact]
    public void They_are_taken_back_as_well()
    {
        foreach (var mark in new[] { Decisions.Pin, Decisions.Feature, Decisions.Unpin, Decisions.Unfeature }) Assert.True(_thread.Decide(Staff, 1, mark).IsAccepted);

        Assert.Equal((null, null), (_thread.View(1).Pinned, _thread.View(1).Featured));
    }

    [Fact]
    public void Marking_what_is_marked_changes_nothing()
    {
        Refusals.ExpectAlready(_thread.Decide(Staff, 1, Decisions.Unpin));
        _thread.Decide(Staff, 1, Decisions.Pin);
        Refusals.ExpectAlready(_thread.Decide(Moderator, 1, Decisions.Pin));
    }

    [Fact]
    public void Three_comments_stay_on_top_and_no_more()
    {
        for (var number = 1; number <= 3; number++) _thread.Decide(Staff, number, Decisions.Pin);

        Refusals.Expect(RefusalCode.DecisionImpossible, _thread.Decide(Staff, 4, Decisions.Pin));
        _thread.Decide(Staff, 2, Decisions.Unpin);
        Assert.True(_thread.Decide(Staff, 4, Decisions.Pin).IsAccepted);
        Assert.Equal([1, 3, 4], _thread.State.Pinned);
    }

    [Fact]
    public void A_comment_that_leaves_readers_leaves_the_top()
    {
        _thread.Decide(Staff, 1, Decisions.Pin);
        _thread.Remove(Ani, 1);

        Assert.Empty(_thread.State.Pinned);
        Refusals.Expect(RefusalCode.DecisionImpossible, _thread.Decide(Staff, 1, Decisions.Pin));
    }

    [Fact]
    public void Readers_are_told_of_the_comment_and_of_all_that_stay_on_top()
    {
        _thread.Decide(Staff, 2, Decisions.Pin);
        var change = Assert.Single(ThreadProjection.Changes(_thread.State, _thread.Events(after: 4), _thread.WordsOf));

        Assert.Equal(("marked", 2, true), (change.Type, change.Comment!.Number, change.Comment.Pinned));
        Assert.Equal([2], change.Pinned);
    }

    [Fact]
    public void Marks_are_no_verdicts()
    {
        _thread.Decide(Staff, 1, Decisions.Feature);

        Assert.Null(_thread.State.Find(1)!.Judgement);
        Assert.True(_thread.Reject(Moderator, 1).IsAccepted);
    }
}
