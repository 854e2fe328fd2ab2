using Realtime.Discussion.Comments;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Reports;

public class ReportingTests
{
    private readonly LiveThread _thread = new();

    public ReportingTests() => _thread.Post(Ani);

    [Fact]
    public void A_report_is_kept_with_reason_detail_and_the_revision_that_stood_there()
    {
        _thread.Edit(Ani, 1, 1);
        var reported = Assert.IsType<CommentReported>(_thread.Report(Bagrat, 1, "abusive", "because").Event);

        Assert.Equal((1, 2, "abusive", "because"), (reported.Number, reported.Revision, reported.Reason, reported.Detail));
    }

    [Fact]
    public void Readers_do_not_learn_of_it()
    {
        _thread.Report(Bagrat, 1);

        Assert.Empty(ThreadProjection.Changes(_thread.State, _thread.Events(after: 1), _thread.WordsOf));
    }

    [Fact]
    public void A_person_reports_a_comment_once_whatever_the_reason()
    {
        _thread.Report(Bagrat, 1, "spam");

        Refusals.ExpectAlready(_thread.Report(Bagrat, 1, "abusive"));
    }

    [Fact]
    public void Several_people_may_report_the_same_comment()
    {
        _thread.Report(Bagrat, 1);
        _thread.Report(Moderator, 1);

        Assert.Equal(2, _thread.State.Find(1)!.Reports.Count);
    }

    [Fact]
    public void It_is_possible_while_the_thread_is_closed()
    {
        _thread.Close(Moderator);

        Assert.True(_thread.Report(Bagrat, 1).IsAccepted);
    }

    [Fact]
    public void Every_reason_on_offer_is_taken()
    {
        foreach (var reason in _thread.Rules.ReportReasons) Assert.True(_thread.Report(Commenter(reason), 1, reason).IsAccepted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("SPAM")]
    [InlineData("boring")]
    public void A_reason_that_is_not_on_offer_is_refused(string reason) =>
        Refusals.Expect(RefusalCode.ReportReasonUnknown, _thread.Report(Bagrat, 1, reason));

    [Fact]
    public void A_comment_that_does_not_exist_is_refused() => Refusals.Expect(RefusalCode.CommentUnknown, _thread.Report(Bagrat, 2));

    [Fact]
    public void A_removed_comment_is_refused()
    {
        _thread.Remove(Ani, 1);

        Refusals.Expect(RefusalCode.CommentRemoved, _thread.Report(Bagrat, 1));
    }

    [Fact]
    public void As_many_reporters_as_the_site_has_set_make_the_comment_wait()
    {
        _thread.Set(settings => settings with { HoldAtReports = 2 });
        Assert.Null(Assert.IsType<CommentReported>(_thread.Report(Bagrat, 1).Event).Held);

        Assert.True(Assert.IsType<CommentReported>(_thread.Report(Commenter("c"), 1).Event).Held);
        Assert.Equal(CommentStatus.Pending, _thread.State.Find(1)!.Status);
        Assert.Equal("removed", Assert.Single(ThreadProjection.Changes(_thread.State, _thread.Events(after: 2), _thread.WordsOf)).Type);
    }

    [Fact]
    public void What_a_moderator_has_approved_stays_until_its_words_change()
    {
        _thread.Set(settings => settings with { HoldAtReports = 1 });
        _thread.Approve(Moderator, 1);
        Assert.Null(Assert.IsType<CommentReported>(_thread.Report(Bagrat, 1).Event).Held);

        _thread.Edit(Ani, 1, 1);
        Assert.True(Assert.IsType<CommentReported>(_thread.Report(Commenter("c"), 1).Event).Held);
    }
}
