using Realtime.Discussion.Commenters;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Tests.Queue;
using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Discussion.Tests.Commenters;

public class NoticesTests
{
    private static readonly UserId Ani = People.Ani.Id, Bagrat = People.Bagrat.Id, Garo = new("garo");

    private static readonly CommentFact Answer = Desk.Comment(2, by: "bagrat") with { ReplyTo = 1, ReplyToAuthor = Ani };

    [Fact]
    public void An_answer_is_told_to_who_is_answered()
    {
        var notice = Assert.Single(Notices.From(Desk.Facts(2, Answer)));

        Assert.Equal((Ani, InboxKind.Reply, "comment:bridge#2", 1, Bagrat), (notice.To, notice.Item.Kind, notice.Item.Key, notice.Item.ReplyTo, notice.Item.From!.Id));
    }

    [Fact]
    public void Nobody_is_told_of_their_own_comment() => Assert.Empty(Notices.From(Desk.Facts(2,
        Answer with { ReplyToAuthor = Bagrat, Addressee = Bagrat, Mentions = [Bagrat] })));

    /// <summary>The key of nobody's inbox would be that of the moderation queue.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("realtime:erased:7")]
    public void Whoever_has_been_erased_is_told_nothing(string user) => Assert.Empty(Notices.From(Desk.Facts(2, Answer with { ReplyToAuthor = new UserId(user) })));

    [Fact]
    public void Who_is_answered_addressed_and_named_is_told_once()
    {
        var notices = Notices.From(Desk.Facts(2, Answer with { Addressee = Ani, Mentions = [Ani, Garo] }));

        Assert.Equal([(Ani, InboxKind.Reply), (Garo, InboxKind.Mention)], notices.Select(notice => (notice.To, notice.Item.Kind)));
    }

    [Fact]
    public void Who_is_addressed_and_named_is_told_that_they_are_addressed() => Assert.Equal(InboxKind.Addressed,
        Assert.Single(Notices.From(Desk.Facts(2, Desk.Comment(2, by: "bagrat") with { Addressee = Ani, Mentions = [Ani] }))).Item.Kind);

    [Fact]
    public void Nobody_rings_every_bell_at_once() => Assert.Equal(Notices.MostMentions, Notices.From(Desk.Facts(2,
        Desk.Comment() with { Mentions = [.. Enumerable.Range(1, 100).Select(i => new UserId($"u{i}"))] })).Count());

    [Theory]
    [InlineData(CommentStatus.Pending)]
    [InlineData(CommentStatus.Withheld)]
    [InlineData(CommentStatus.Rejected)]
    [InlineData(CommentStatus.Removed)]
    [InlineData(CommentStatus.Erased)]
    public void Of_what_readers_do_not_see_there_is_nothing_to_tell(CommentStatus status)
    {
        var item = Assert.Single(Notices.From(Desk.Facts(2, Answer with { Status = status }))).Item;

        Assert.True(item.IsWithdrawn);
        Assert.Null(item.From);
    }

    [Fact]
    public void A_rejection_is_told_to_its_author_with_reason_rule_and_note_but_without_the_moderator()
    {
        var ruling = Desk.Ruled(RulingKind.Rejected) with { Reason = "harassment", Rule = 2, Note = "Please stay with the subject." };
        var notice = Assert.Single(Notices.From(Desk.Facts(3, Desk.Comment(status: CommentStatus.Rejected) with { Ruling = ruling })));

        Assert.Equal((Ani, InboxKind.Rejected, "harassment", 2, "Please stay with the subject."),
            (notice.To, notice.Item.Kind, notice.Item.Reason, notice.Item.Rule, notice.Item.Note));
        Assert.Null(notice.Item.From);
    }

    [Fact]
    public void An_approval_is_told_when_the_author_had_waited_for_it() => Assert.Equal(InboxKind.Approved,
        Assert.Single(Notices.From(Desk.Facts(3, Desk.Comment() with { Ruling = Desk.Ruled() with { Before = CommentStatus.Pending } }))).Item.Kind);

    [Fact]
    public void That_a_moderator_has_looked_is_not_told() =>
        Assert.Empty(Notices.From(Desk.Facts(3, Desk.Comment() with { Ruling = Desk.Ruled() })));

    [Theory]
    [InlineData(CommentStatus.Published, RulingKind.Approved, InboxKind.AppealGranted)]
    [InlineData(CommentStatus.Rejected, RulingKind.Rejected, InboxKind.AppealDenied)]
    public void The_answer_to_an_appeal_is_told(CommentStatus status, RulingKind ruling, InboxKind kind) => Assert.Equal(kind, Assert.Single(Notices.From(
        Desk.Facts(3, Desk.Comment(status: status) with { Ruling = Desk.Ruled(ruling) with { AnswersAppeal = true, Before = CommentStatus.Rejected } }))).Item.Kind);

    [Fact]
    public void An_approval_is_withdrawn_when_the_comment_is_held_again() => Assert.True(Assert.Single(Notices.From(
        Desk.Facts(3, Desk.Comment(status: CommentStatus.Pending) with { Ruling = Desk.Ruled(RulingKind.Held) with { Before = CommentStatus.Published } }))).Item.IsWithdrawn);

    [Theory]
    [InlineData(RulingKind.Rejected, InboxKind.ReportUpheld)]
    [InlineData(RulingKind.Approved, InboxKind.ReportGroundless)]
    public void Reporters_are_told_what_came_of_it(RulingKind ruling, InboxKind kind)
    {
        var fact = Desk.Comment(status: ruling == RulingKind.Rejected ? CommentStatus.Rejected : CommentStatus.Published) with
            { Ruling = Desk.Ruled(ruling), AnsweredReporters = [Garo] };

        Assert.Equal(kind, Notices.From(Desk.Facts(3, fact)).Single(notice => notice.To == Garo).Item.Kind);
    }

    [Theory]
    [InlineData(SanctionKind.Warn, InboxKind.Warned)]
    [InlineData(SanctionKind.Suspend, InboxKind.Suspended)]
    [InlineData(SanctionKind.Ban, InboxKind.Banned)]
    public void Sanctions_are_told(SanctionKind sanction, InboxKind kind)
    {
        var item = Notices.Of(Desk.Site, Ani, Sanction(sanction), new ThreadPosition(1, 9))!.Item;

        Assert.Equal((kind, "sanction:gazette#4", "Enough."), (item.Kind, item.Key, item.Reason));
    }

    [Theory]
    [InlineData(SanctionKind.Shadow)]
    [InlineData(SanctionKind.Review)]
    public void Quiet_sanctions_are_not_told(SanctionKind sanction) => Assert.Null(Notices.Of(Desk.Site, Ani, Sanction(sanction), default));

    private static Sanction Sanction(SanctionKind kind) => new(4, kind, null, "Enough.", People.Moderator.AsAuthor, Desk.Noon);
}
