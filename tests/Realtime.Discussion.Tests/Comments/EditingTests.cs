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

    [Fact]
    public void Nor_can_a_moderator_edit_it() => Refusals.Expect(RefusalCode.NotYours, _thread.Edit(Moderator, 1, 1));

    [Fact]
    public void A_comment_that_does_not_exist_cannot_be_edited() => Refusals.Expect(RefusalCode.CommentUnknown, _thread.Edit(Ani, 2, 1));

    [Fact]
    public void A_removed_comment_cannot_be_edited()
    {
        _thread.Remove(Ani, 1);

        Refusals.Expect(RefusalCode.CommentRemoved, _thread.Edit(Ani, 1, 1));
    }

    [Fact]
    public void A_closed_thread_refuses_edits()
    {
        _thread.Close(Moderator);

        Refusals.Expect(RefusalCode.ThreadClosed, _thread.Edit(Ani, 1, 1));
    }
}
