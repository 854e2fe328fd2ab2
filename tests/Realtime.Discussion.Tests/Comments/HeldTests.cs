using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Comments;

/// <summary>Whom a site lets speak, and whose comments readers see at once.</summary>
public class HeldTests
{
    private readonly LiveThread _thread = new();

    public static TheoryData<SanctionKind, RefusalCode> Silencing =>
        new() { { SanctionKind.Ban, RefusalCode.Banned }, { SanctionKind.Suspend, RefusalCode.Suspended }, { SanctionKind.Warn, RefusalCode.WarningUnacknowledged } };

    [Theory]
    [MemberData(nameof(Silencing))]
    public void A_person_who_is_silenced_neither_posts_nor_reacts_nor_reports(SanctionKind kind, RefusalCode code)
    {
        _thread.Post(Bagrat);
        _thread.Sanction(Ani, kind);

        Refusals.Expect(code, _thread.Post(Ani));
        Refusals.Expect(code, _thread.React(Ani, 1));
        Refusals.Expect(code, _thread.Report(Ani, 1));
    }

    [Fact]
    public void What_they_had_said_they_may_still_take_away()
    {
        _thread.Post(Ani);
        _thread.Sanction(Ani, SanctionKind.Ban);

        Assert.True(_thread.Remove(Ani, 1).IsAccepted);
    }

    [Fact]
    public void A_suspension_ends_by_itself()
    {
        _thread.Sanction(Ani, SanctionKind.Suspend, until: _thread.Now.AddDays(1));
        Assert.Equal(_thread.Now.AddDays(1), _thread.Post(Ani).Refusal!.Until);
        _thread.Now = _thread.Now.AddDays(1);

        Assert.True(_thread.Post(Ani).IsAccepted);
    }

    [Fact]
    public void A_ban_on_all_sites_holds_here()
    {
        var banned = new Sanction(1, SanctionKind.Ban, null, "", Moderator.AsAuthor, _thread.Now);
        var house = _thread.House with { Everywhere = Site.Unset with { Sanctions = Site.Unset.Sanctions.Add(Ani.Id, [banned]) } };

        Refusals.Expect(RefusalCode.Banned, ThreadRules.Decide(_thread.State, Comment(Ani), _thread.Now, house));
    }

    [Fact]
    public void Only_a_person_who_is_shadow_banned_sees_what_they_write_and_to_them_it_looks_published()
    {
        _thread.Sanction(Ani, SanctionKind.Shadow);
        Assert.Equal(CommentStatus.Withheld, _thread.Post(Ani).Status);

        Assert.Null(_thread.ViewFor(1, Viewer.Of(Bagrat)));
        Assert.Equal("published", _thread.ViewFor(1, Viewer.Of(Ani))!.Status);
        Assert.Equal("withheld", _thread.ViewFor(1, Viewer.Of(Moderator))!.Status);
        Assert.Empty(ThreadProjection.Changes(_thread.State, _thread.Events(), _thread.WordsOf));
    }

    [Fact]
    public void They_may_answer_quote_and_react_to_themselves_as_if_nothing_were_and_nobody_learns_of_it()
    {
        _thread.Sanction(Ani, SanctionKind.Shadow);
        _thread.Post(Ani);

        Assert.True(_thread.Post(Ani, replyTo: 1, quote: new Quote(1, 1, "words")).IsAccepted);
        Refusals.ExpectAlready(_thread.React(Ani, 1));
        Assert.Equal("words", _thread.ViewFor(2, Viewer.Of(Ani))!.Quote!.Text);
        Assert.Equal((0, 0), (_thread.State.PublishedCount, _thread.State.Find(1)!.ReplyCount));
        Refusals.Expect(RefusalCode.CommentUnknown, _thread.React(Bagrat, 1));
    }

    [Fact]
    public void Their_reactions_and_reports_are_taken_and_change_nothing()
    {
        _thread.Post(Bagrat);
        _thread.Sanction(Ani, SanctionKind.Shadow);

        Refusals.ExpectAlready(_thread.React(Ani, 1));
        Refusals.ExpectAlready(_thread.Report(Ani, 1));
        Refusals.Expect(RefusalCode.ReactionUnknown, _thread.React(Ani, 1, "shrug"));
    }

    [Fact]
    public void What_a_watched_person_writes_waits()
    {
        _thread.Sanction(Ani, SanctionKind.Review);

        Assert.Equal(CommentStatus.Pending, _thread.Post(Ani).Status);
        Assert.Equal("pending", _thread.ViewFor(1, Viewer.Of(Ani))!.Status);
    }

    [Fact]
    public void So_does_what_screening_doubts_and_moderators_see_why()
    {
        Assert.Equal(CommentStatus.Pending, _thread.PostHeld(Ani).Status);

        Assert.Equal("suspect_word", Assert.Single(_thread.ViewFor(1, Viewer.Of(Moderator))!.Findings!).Code);
        Assert.Null(_thread.ViewFor(1, Viewer.Of(Ani))!.Findings);
    }

    [Theory]
    [InlineData(Roles.None, CommentStatus.Pending)]
    [InlineData(Roles.Staff, CommentStatus.Published)]
    [InlineData(Roles.Moderator, CommentStatus.Published)]
    [InlineData(Roles.Publisher, CommentStatus.Published)]
    public void On_a_site_that_looks_first_comments_wait_except_those_of_the_house(Roles roles, CommentStatus expected)
    {
        _thread.Set(settings => settings with { Moderation = ModerationMode.Pre });

        Assert.Equal(expected, _thread.Post(Ani with { Roles = roles }).Status);
    }

    [Theory]
    [InlineData(GuestMode.On, CommentStatus.Published)]
    [InlineData(GuestMode.Review, CommentStatus.Pending)]
    public void Guests_are_heard_where_the_site_wants_them(GuestMode mode, CommentStatus expected)
    {
        _thread.Set(settings => settings with { Guests = mode });

        Assert.Equal(expected, _thread.Post(Guest).Status);
    }

    [Fact]
    public void Elsewhere_they_are_not() => Refusals.Expect(RefusalCode.GuestsNotAllowed, _thread.Post(Guest));

    [Fact]
    public void On_a_locked_site_only_moderators_write()
    {
        _thread.Post(Ani);
        _thread.Set(settings => settings with { Locked = true });

        Refusals.Expect(RefusalCode.SiteLocked, _thread.Post(Ani));
        Refusals.Expect(RefusalCode.SiteLocked, _thread.Post(Staff));
        Refusals.Expect(RefusalCode.SiteLocked, _thread.Edit(Ani, 1, 1));
        Refusals.Expect(RefusalCode.SiteLocked, _thread.React(Bagrat, 1));
        Assert.True(_thread.Report(Bagrat, 1).IsAccepted);
        Assert.True(_thread.Post(Moderator).IsAccepted);
        Assert.True(_thread.Remove(Ani, 1).IsAccepted);
    }

    [Fact]
    public void To_others_a_comment_that_waits_is_none()
    {
        _thread.PostHeld(Ani);

        Refusals.Expect(RefusalCode.ParentUnknown, _thread.Post(Bagrat, replyTo: 1));
        Refusals.Expect(RefusalCode.QuoteUnknown, _thread.Post(Bagrat, quote: new Quote(1, 1, "words")));
        Refusals.Expect(RefusalCode.CommentUnknown, _thread.React(Bagrat, 1));
        Refusals.Expect(RefusalCode.CommentUnknown, _thread.Report(Bagrat, 1));
    }

    [Fact]
    public void What_its_author_adds_to_it_waits_with_it()
    {
        _thread.PostHeld(Ani);

        Assert.Equal(CommentStatus.Pending, _thread.Post(Ani, replyTo: 1).Status);
    }

    [Fact]
    public void A_comment_that_was_shown_and_is_held_again_is_for_others_one_that_is_gone()
    {
        _thread.Post(Ani);
        _thread.Hold(Moderator, 1);

        Refusals.Expect(RefusalCode.ParentRemoved, _thread.Post(Bagrat, replyTo: 1));
        Refusals.Expect(RefusalCode.CommentRemoved, _thread.React(Bagrat, 1));
    }

    [Fact]
    public void Its_author_may_remove_it_and_then_nobody_ever_learns_of_it()
    {
        _thread.PostHeld(Ani);
        Assert.True(_thread.Remove(Ani, 1).IsAccepted);

        Assert.Null(_thread.ViewFor(1, Viewer.Of(Bagrat)));
        Assert.Empty(ThreadProjection.Changes(_thread.State, _thread.Events(), _thread.WordsOf));
    }

    [Fact]
    public void A_repetition_tells_what_has_become_of_the_first()
    {
        _thread.PostHeld(Ani, id: "once");
        _thread.Sanction(Ani, SanctionKind.Ban);

        var again = _thread.Post(Ani, id: "once");
        Refusals.ExpectAlready(again);
        Assert.Equal((1, CommentStatus.Pending), (again.Number, again.Status));
    }

    [Fact]
    public void What_nobody_found_is_not_written_into_the_journal() =>
        Assert.DoesNotContain("findings", System.Text.Encoding.UTF8.GetString(ThreadEventCodec.Encode((ThreadEvent)_thread.Post(Ani).Event!).Span), StringComparison.Ordinal);

    private static PostComment Comment(Actor by) => new() { Actor = by, ClientCommentId = "c", Body = LiveThread.Body("x") };
}
