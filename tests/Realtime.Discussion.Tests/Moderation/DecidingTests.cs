using Realtime.Discussion.Comments;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Moderation;

public class DecidingTests
{
    private readonly LiveThread _thread = new();

    public DecidingTests()
    {
        _thread.Post(Ani, "first words");
        _thread.Post(Bagrat, replyTo: 1, quote: new Quote(1, 1, "first"));
    }

    public static TheoryData<string> Reasons => [.. RejectReasons.All];

    [Fact]
    public void A_rejected_comment_leaves_readers_and_every_quote_of_it()
    {
        _thread.Reject(Moderator, 1);

        Assert.Equal(("rejected", null, null), (_thread.View(1).Status, _thread.View(1).Html, _thread.View(1).Author));
        Assert.Null(_thread.View(2).Quote!.Text);
        Assert.Equal(1, _thread.State.PublishedCount);
    }

    [Fact]
    public void Its_author_is_told_why_and_nobody_else()
    {
        _thread.Give(new DecideComment
            { Actor = Moderator, Number = 1, Revision = 1, Decision = "reject", Reason = "hate_speech", Rule = 2, Note = "Not here." });
        var (own, other) = (_thread.ViewFor(1, Viewer.Of(Ani))!, _thread.ViewFor(1, Viewer.Of(Bagrat))!);

        Assert.Equal(("rejected", "<p>first words</p>", "hate_speech", 2, "Not here."), (own.Status, own.Html, own.Reason, own.Rule, own.Note));
        Assert.Equal((null, null, null, null), (other.Html, other.Reason, other.Rule, other.Note));
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_reason_on_offer_is_taken(string reason) => Assert.True(_thread.Reject(Moderator, 1, reason: reason).IsAccepted);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SPAM")]
    [InlineData("boring")]
    public void A_rejection_without_a_known_reason_is_refused(string? reason) =>
        Refusals.Expect(RefusalCode.DecisionReasonUnknown, _thread.Reject(Moderator, 1, reason: reason));

    [Theory]
    [InlineData("")]
    [InlineData("Reject")]
    [InlineData("move")]
    [InlineData("delete")]
    public void An_unknown_decision_is_refused(string decision) => Refusals.Expect(RefusalCode.DecisionUnknown, _thread.Decide(Moderator, 1, decision));

    [Fact]
    public void The_second_moderator_hears_what_the_first_decided_and_when()
    {
        var first = _thread.Now;
        _thread.Reject(Moderator, 1);
        _thread.Now += TimeSpan.FromSeconds(3);
        var second = _thread.Approve(OtherModerator, 1);

        Refusals.Expect(RefusalCode.AlreadyDecided, second);
        Assert.Equal(new DecidedBefore("reject", Moderator.AsAuthor, first), second.Refusal!.Decided);
    }

    [Fact]
    public void Also_when_both_decide_the_same()
    {
        _thread.Reject(Moderator, 1);

        Refusals.Expect(RefusalCode.AlreadyDecided, _thread.Reject(OtherModerator, 1));
    }

    [Fact]
    public void The_same_decision_of_the_same_moderator_again_is_a_repetition()
    {
        _thread.Reject(Moderator, 1);

        Refusals.ExpectAlready(_thread.Reject(Moderator, 1));
        Assert.Equal(1, _thread.State.Find(1)!.Judgement!.Count);
    }

    [Fact]
    public void Who_says_that_they_know_of_the_first_decision_may_decide_otherwise()
    {
        _thread.Hold(Moderator, 1);

        Refusals.Expect(RefusalCode.AlreadyDecided, _thread.Reject(OtherModerator, 1));
        Assert.True(_thread.Reject(OtherModerator, 1, after: 1).IsAccepted);
        Assert.Equal(2, _thread.State.Find(1)!.Judgement!.Count);
    }

    [Fact]
    public void A_moderator_may_change_their_own_mind()
    {
        _thread.Approve(Moderator, 1);

        Assert.True(_thread.Reject(Moderator, 1).IsAccepted);
    }

    [Fact]
    public void A_decision_about_words_that_have_changed_is_refused_and_the_newer_revision_told()
    {
        _thread.Edit(Ani, 1, 1);
        var stale = _thread.Reject(Moderator, 1);

        Refusals.Expect(RefusalCode.StaleRevision, stale);
        Assert.Equal(2, stale.Refusal!.NewerRevision);
    }

    [Fact]
    public void What_was_decided_about_earlier_words_stands_in_nobodys_way()
    {
        _thread.Approve(Moderator, 1);
        _thread.Edit(Ani, 1, 1);

        Assert.True(_thread.Reject(OtherModerator, 1, revision: 2).IsAccepted);
    }

    [Fact]
    public void A_comment_that_waits_is_published_by_approving_it()
    {
        _thread.PostHeld(Ani, "third", replyTo: 2);
        Assert.Equal((2, 0), (_thread.State.PublishedCount, _thread.State.Find(2)!.ReplyCount));

        Assert.Equal(CommentStatus.Published, _thread.Approve(Moderator, 3).Status);
        Assert.Equal((3, 1), (_thread.State.PublishedCount, _thread.State.Find(2)!.ReplyCount));
    }

    [Fact]
    public void Approving_what_is_published_is_kept_and_told_to_no_reader()
    {
        var seen = _thread.Journal.Count;
        Assert.True(_thread.Approve(Moderator, 1).IsAccepted);

        Assert.Empty(ThreadProjection.Changes(_thread.State, _thread.Events(seen), _thread.WordsOf));
        Assert.True(_thread.State.Find(1)!.IsCleared);
    }

    [Fact]
    public void A_comment_that_is_held_again_has_for_readers_been_removed()
    {
        _thread.Hold(Moderator, 1);

        Assert.Equal(("removed", null), (_thread.View(1).Status, _thread.View(1).Html));
        Assert.Equal("pending", _thread.ViewFor(1, Viewer.Of(Ani))!.Status);
    }

    [Fact]
    public void A_rejection_can_be_taken_back()
    {
        _thread.Reject(Moderator, 1);

        Assert.True(_thread.Decide(OtherModerator, 1, Decisions.Restore).IsAccepted);
        Assert.Equal(("published", "first"), (_thread.View(1).Status, _thread.View(2).Quote!.Text));
    }

    [Fact]
    public void A_rejected_comment_can_be_held_and_its_author_sees_that_it_waits()
    {
        _thread.Reject(Moderator, 1);
        Refusals.Expect(RefusalCode.AlreadyDecided, _thread.Hold(OtherModerator, 1));

        Assert.Equal(CommentStatus.Pending, _thread.Hold(Moderator, 1).Status);

        Assert.Equal(("removed", null), (_thread.View(1).Status, _thread.View(1).Html));
        Assert.Equal(("pending", null), (_thread.ViewFor(1, Viewer.Of(Ani))!.Status, _thread.ViewFor(1, Viewer.Of(Ani))!.Reason));
        Assert.Equal(CommentStatus.Published, _thread.Approve(Moderator, 1).Status);
    }

    [Fact]
    public void A_rejected_comment_that_readers_never_saw_is_held_again_without_their_learning_of_it()
    {
        _thread.PostHeld(Ani);
        _thread.Reject(Moderator, 3);
        _thread.Hold(Moderator, 3);

        Assert.Null(_thread.ViewFor(3, Viewer.Anybody));
        Assert.Equal("pending", _thread.ViewFor(3, Viewer.Of(Moderator))!.Status);
    }

    [Fact]
    public void What_its_author_took_away_cannot_be_restored_nor_judged()
    {
        _thread.Remove(Ani, 1);

        foreach (var decision in Decisions.Verdicts) Refusals.Expect(RefusalCode.DecisionImpossible, _thread.Decide(Moderator, 1, decision, reason: "spam"));
    }

    [Fact]
    public void Only_a_rejected_comment_can_be_restored()
    {
        Refusals.Expect(RefusalCode.DecisionImpossible, _thread.Decide(Moderator, 1, Decisions.Restore));
        _thread.Reject(Moderator, 1);
        Refusals.Expect(RefusalCode.DecisionImpossible, _thread.Approve(Moderator, 1));
    }

    [Fact]
    public void A_comment_that_does_not_exist_cannot_be_judged() => Refusals.Expect(RefusalCode.CommentUnknown, _thread.Approve(Moderator, 9));

    [Fact]
    public void A_rejected_comment_is_neither_edited_nor_removed_by_its_author()
    {
        _thread.Reject(Moderator, 1);

        Refusals.Expect(RefusalCode.CommentRemoved, _thread.Edit(Ani, 1, 1));
        Refusals.Expect(RefusalCode.CommentRemoved, _thread.Remove(Ani, 1));
        Refusals.Expect(RefusalCode.ParentRemoved, _thread.Post(Bagrat, replyTo: 1));
    }

    [Fact]
    public void A_comment_that_readers_never_saw_leaves_no_tombstone_when_it_is_rejected()
    {
        _thread.PostHeld(Ani);
        _thread.Reject(Moderator, 3);

        Assert.Null(_thread.ViewFor(3, Viewer.Anybody));
        Assert.Equal("rejected", _thread.ViewFor(3, Viewer.Of(Ani))!.Status);
    }

    [Fact]
    public void Moderators_see_who_decided_and_how_often()
    {
        _thread.Hold(Moderator, 1);
        _thread.Approve(Moderator, 1);
        var decided = _thread.ViewFor(1, Viewer.Of(OtherModerator))!.Decided!;

        Assert.Equal(("approve", "mod", 2, 1), (decided.Decision, decided.By.Id, decided.Count, decided.Revision));
        Assert.Null(_thread.View(1).Decided);
    }
}
