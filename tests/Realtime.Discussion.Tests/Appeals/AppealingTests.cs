using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Appeals;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Appeals;

public class AppealingTests
{
    private readonly LiveThread _thread = new();

    public AppealingTests() => _thread.Post(Ani);

    [Fact]
    public void An_author_appeals_against_a_rejection_once()
    {
        Decide("reject");
        Assert.True(Appeal(Ani).IsAccepted);
        Refusals.ExpectAlready(Appeal(Ani));
        Assert.NotNull(_thread.State.Find(1)!.AppealedAt);
    }

    [Fact]
    public void Nobody_appeals_for_somebody_else()
    {
        Decide("reject");
        Assert.Equal(RefusalCode.NotYours, Appeal(Bagrat).Refusal!.Code);
    }

    [Fact]
    public void What_stands_is_not_appealed_against() => Assert.Equal(RefusalCode.DecisionImpossible, Appeal(Ani).Refusal!.Code);

    [Fact]
    public void The_next_decision_answers_the_appeal()
    {
        Decide("reject");
        Appeal(Ani);
        Decide("restore");

        var fact = Fact();
        Assert.Null(fact.AppealedAt);
        Assert.True(fact.Ruling!.AnswersAppeal);
        Assert.Equal((CommentStatus.Published, CommentStatus.Rejected), (fact.Status, fact.Ruling.Before));
    }

    [Fact]
    public void An_appeal_is_denied_by_rejecting_again_and_the_matter_is_closed()
    {
        Decide("reject");
        Appeal(Ani);
        Decide("reject");

        Assert.Equal((null, true, RulingKind.Rejected), (Fact().AppealedAt, Fact().Ruling!.AnswersAppeal, Fact().Ruling!.Kind));
        Assert.Equal(RefusalCode.DecisionImpossible, Appeal(Ani).Refusal!.Code);
    }

    [Fact]
    public void Reports_are_open_until_a_moderator_decides()
    {
        _thread.Report(Bagrat, 1, "spam");
        Assert.Equal(1, Fact().Reports!.Reporters);

        Decide("approve");
        Assert.Null(Fact().Reports);
        Assert.Equal([Bagrat.Id], Fact().AnsweredReporters);
    }

    [Fact]
    public void A_discounted_report_reaches_the_moderators_and_counts_for_nothing()
    {
        _thread.Give(new Discussion.Reports.ReportComment { Actor = Bagrat, Number = 1, Reason = "spam", IsDiscounted = true });
        Assert.Equal(0, Fact().Reports!.Reporters);
    }

    private Decision Appeal(Actor by) => _thread.Give(new AppealComment { Actor = by, Number = 1, Detail = "It was a quotation." });

    private void Decide(string decision)
    {
        _thread.Now += TimeSpan.FromSeconds(1);
        var after = _thread.State.Find(1)!.Judgement?.Count;
        Assert.True(_thread.Give(new DecideComment { Actor = Moderator, Number = 1, Revision = 1, Decision = decision, Reason = decision == "reject" ? "spam" : null, After = after }).IsAccepted);
    }

    private CommentFact Fact() => Facts.Of(ThreadKey.Parse("gazette/bridge"), _thread.State, new ThreadPosition(1, _thread.State.Sequence), [1]).Comments[0];
}
