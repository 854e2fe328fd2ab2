using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Comments;

public class EditingTests
{
    private readonly LiveThread _thread = new();

    public EditingTests() => _thread.Post(Ani);

    [Fact]
    public void An_edit_makes_the_next_revision_and_keeps_the_earlier_one()
    {
        _thread.Edit(Ani, 1, 1);
        var comment = _thread.State.Find(1)!;

        Assert.Equal((2, 1L, 2L), (comment.Revision, comment.BodyOf(1)!.Value, comment.BodyOf(2)!.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-1)]
    public void A_revision_that_was_never_written_has_no_words(int revision)
    {
        _thread.Edit(Ani, 1, 1);

        Assert.Null(_thread.State.Find(1)!.BodyOf(revision));
    }

    [Fact]
    public void The_last_moment_of_the_edit_window_is_inside()
    {
        _thread.Now += _thread.Rules.EditWindow;

        Assert.True(_thread.Edit(Ani, 1, 1).IsAccepted);
    }

    [Fact]
    public void An_edit_after_the_window_is_refused()
    {
        _thread.Now += _thread.Rules.EditWindow + TimeSpan.FromTicks(1);

        Refusals.Expect(RefusalCode.EditWindowClosed, _thread.Edit(Ani, 1, 1));
    }

    [Fact]
    public void The_window_runs_from_posting_and_not_from_the_last_edit()
    {
        _thread.Now += _thread.Rules.EditWindow;
        _thread.Edit(Ani, 1, 1);
        _thread.Now += TimeSpan.FromSeconds(1);

        Refusals.Expect(RefusalCode.EditWindowClosed, _thread.Edit(Ani, 1, 2));
    }

    [Fact]
    public void A_stale_revision_is_refused_and_the_newer_one_told()
    {
        _thread.Edit(Ani, 1, 1);
        var stale = _thread.Edit(Ani, 1, 1);

        Refusals.Expect(RefusalCode.StaleRevision, stale);
        Assert.Equal(2, stale.Refusal!.NewerRevision);
    }

    [Fact]
    public void A_repetition_of_the_last_edit_gets_its_answer()
    {
        _thread.Edit(Ani, 1, 1, id: "edit");

        Refusals.ExpectAlready(_thread.Edit(Ani, 1, 1, id: "edit"));
    }

    [Fact]
    public void A_repetition_gets_its_answer_also_when_the_window_and_the_thread_are_closed_since()
    {
        _thread.Edit(Ani, 1, 1, id: "edit");
        _thread.Now += TimeSpan.FromDays(1);
        _thread.Close(Moderator);

        Refusals.ExpectAlready(_thread.Edit(Ani, 1, 1, id: "edit"));
    }

    [Fact]
    public void Edits_without_an_id_are_never_taken_for_repetitions()
    {
        _thread.Edit(Ani, 1, 1);

        Assert.True(_thread.Edit(Ani, 1, 2).IsAccepted);
    }

    [Fact]
    public void Somebody_elses_comment_cannot_be_edited() => Refusals.Expect(RefusalCode.NotYours, _thread.Edit(Bagrat, 1, 1));

    [Theory]
    [InlineData(Roles.Moderator, "moderator")]
    [InlineData(Roles.Admin, "moderator")]
    [InlineData(Roles.Staff, "staff")]
    public void Moderators_and_staff_may_edit_it_at_any_time_and_it_shows(Roles roles, string shown)
    {
        _thread.Now += TimeSpan.FromDays(30);
        _thread.Close(Moderator);

        Assert.True(_thread.Edit(Bagrat with { Roles = roles }, 1, 1).IsAccepted);
        Assert.Equal((shown, Ani.Name), (_thread.View(1).EditedBy, _thread.View(1).Author!.Name));
    }

    [Fact]
    public void A_publisher_may_not() => Refusals.Expect(RefusalCode.NotYours, _thread.Edit(Publisher, 1, 1));

    [Fact]
    public void Words_that_are_the_authors_own_again_show_no_other_hand()
    {
        _thread.Edit(Moderator, 1, 1);
        _thread.Edit(Ani, 1, 2);

        Assert.Null(_thread.View(1).EditedBy);
    }

    [Fact]
    public void An_edit_that_screening_doubts_takes_the_comment_from_readers()
    {
        _thread.Give(Doubtful(Ani));

        Assert.Equal((CommentStatus.Pending, 2, 0), (_thread.State.Find(1)!.Status, _thread.State.Find(1)!.Revision, _thread.State.PublishedCount));
        Assert.Equal("removed", _thread.View(1).Status);
    }

    [Fact]
    public void What_waits_can_be_edited_by_its_author_and_goes_on_waiting()
    {
        _thread.Give(Doubtful(Ani));

        Assert.Equal(CommentStatus.Pending, _thread.Edit(Ani, 1, 2).Status);
        Refusals.Expect(RefusalCode.CommentRemoved, _thread.Edit(Bagrat, 1, 3));
    }

    [Fact]
    public void Of_what_readers_never_saw_others_hear_that_it_does_not_exist()
    {
        _thread.PostHeld(Ani);

        Refusals.Expect(RefusalCode.CommentUnknown, _thread.Edit(Bagrat, 2, 1));
        Refusals.Expect(RefusalCode.CommentUnknown, _thread.Edit(Staff, 2, 1));
        Assert.True(_thread.Edit(Moderator, 2, 1).IsAccepted);
        Assert.Equal(CommentStatus.Pending, _thread.State.Find(2)!.Status);
    }

    [Fact]
    public void Somebody_who_is_shadow_banned_since_changes_it_for_nobody_but_themselves()
    {
        _thread.Sanction(Ani, SanctionKind.Shadow);
        _thread.Edit(Ani, 1, 1, "new words");

        Assert.Equal("removed", _thread.View(1).Status);
        var seen = _thread.ViewFor(1, Viewer.Of(Ani))!;
        Assert.Equal(("published", "<p>new words</p>"), (seen.Status, seen.Html));
    }

    [Fact]
    public void On_a_site_that_looks_first_an_edit_waits_too()
    {
        _thread.Set(settings => settings with { Moderation = ModerationMode.Pre });

        Assert.Equal(CommentStatus.Pending, _thread.Edit(Ani, 1, 1).Status);
    }

    [Fact]
    public void Somebody_banned_edits_nothing()
    {
        _thread.Sanction(Ani, SanctionKind.Ban);

        Refusals.Expect(RefusalCode.Banned, _thread.Edit(Ani, 1, 1));
    }

    [Fact]
    public void Whom_the_words_speak_to_is_told_anew_with_every_edit()
    {
        _thread.Give(new EditComment { Actor = Ani, Number = 1, Revision = 1, Body = LiveThread.Body("x"), Mentions = [Bagrat.Id] });
        Assert.Equal(["bagrat"], _thread.View(1).Mentions);

        _thread.Edit(Ani, 1, 2);
        Assert.Null(_thread.View(1).Mentions);
    }

    [Fact]
    public void A_comment_that_does_not_exist_cannot_be_edited() => Refusals.Expect(RefusalCode.CommentUnknown, _thread.Edit(Ani, 2, 1));

    [Fact]
    public void A_removed_comment_cannot_be_edited()
    {
        _thread.Remove(Ani, 1);

        Refusals.Expect(RefusalCode.CommentRemoved, _thread.Edit(Ani, 1, 1));
    }

    private static EditComment Doubtful(Actor by) =>
        new() { Actor = by, Number = 1, Revision = 1, Body = LiveThread.Body("doubtful"), Findings = [LiveThread.Doubt] };

    [Fact]
    public void A_closed_thread_refuses_edits()
    {
        _thread.Close(Moderator);

        Refusals.Expect(RefusalCode.ThreadClosed, _thread.Edit(Ani, 1, 1));
    }
}
