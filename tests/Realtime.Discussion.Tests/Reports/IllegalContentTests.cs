using Realtime.Discussion.Comments;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Tests.Queue;
using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Discussion.Tests.Reports;

public class IllegalContentTests
{
    private static readonly IllegalContentNotice Notice = new()
        { Ground = "defamation, § 187", Explanation = "It says of me\nwhat is not true.", Contact = "A. Reader <reader@mail.example>", InGoodFaith = true };

    [Fact]
    public void A_notice_is_read_from_the_detail_of_its_report()
    {
        Assert.Null(Notice.Mistake());
        Assert.Equal(Notice, IllegalContentNotice.Read(Notice.ToDetail()));
        Assert.Equal(Notice with { Contact = null }, IllegalContentNotice.Read((Notice with { Contact = null }).ToDetail()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("he is\nlying\nabout\nme")]
    public void Plain_words_are_no_notice(string? detail) => Assert.Null(IllegalContentNotice.Read(detail));

    [Fact]
    public void A_notice_with_a_mistake_is_refused_with_what_it_is()
    {
        IllegalContentNotice[] mistaken =
        [
            Notice with { InGoodFaith = false }, Notice with { Ground = "" }, Notice with { Ground = "two\nlines" }, Notice with { Explanation = "" },
            Notice with { Ground = new string('x', 121) }, Notice with { Contact = new string('x', 201) }, Notice with { Explanation = new string('x', 1_000) },
        ];

        Assert.All(mistaken, notice => Assert.Equal(RefusalCode.RequestMalformed, notice.Mistake()?.Code));
        Assert.Equal(mistaken.Length, mistaken.Select(notice => notice.Mistake()!.Detail).Distinct().Count() + 1);
    }

    [Fact]
    public void A_rejection_comes_with_a_statement_of_reasons()
    {
        var fact = Desk.Comment(5, CommentStatus.Rejected) with
        {
            Ruling = Desk.Ruled(RulingKind.Rejected) with { Reason = IllegalContentNotice.Reason, Note = "§ 187: it is not true." },
            AnsweredReporters = [People.Bagrat.Id],
        };
        var statement = StatementOfReasons.Of(Desk.Facts(9, fact), fact)!;

        Assert.Equal(("bridge", 5, "removed", "reports", "law", "§ 187: it is not true."),
            (statement.Article, statement.Number, statement.Restriction, statement.CameUpBy, statement.Ground, statement.Explanation));
        Assert.Equal((false, false, true), (statement.FoundByProgram, statement.DecidedByProgram, statement.MayAppeal));
    }

    [Fact]
    public void A_statement_says_that_a_program_found_it()
    {
        var fact = Desk.Comment(5, CommentStatus.Rejected) with
            { Ruling = Desk.Ruled(RulingKind.Rejected) with { Rule = 2, AnswersAppeal = true }, Findings = [Desk.Found(StepNames.Words)] };
        var statement = StatementOfReasons.Of(Desk.Facts(9, fact), fact)!;

        Assert.Equal(("screening", true, "policy", 2, false), (statement.CameUpBy, statement.FoundByProgram, statement.Ground, statement.Rule, statement.MayAppeal));
    }

    [Fact]
    public void What_was_not_rejected_needs_no_reasons() => Assert.Null(StatementOfReasons.Of(Desk.Facts(9), Desk.Comment() with { Ruling = Desk.Ruled() }));
}
