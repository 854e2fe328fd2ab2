using Realtime.Discussion.Comments;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Privacy;

/// <summary>What stands in a journal of a person whom the thread no longer knows.</summary>
public class JournalSurveyTests
{
    private readonly LiveThread _thread = new();

    public JournalSurveyTests() => _thread.Post(Bagrat, "words");

    [Fact]
    public void A_reaction_that_was_taken_back_is_found()
    {
        _thread.React(Ani, 1);
        _thread.React(Ani, 1, on: false);
        AssertFound();
    }

    [Fact]
    public void Whom_a_comment_spoke_to_before_it_was_edited_is_found()
    {
        _thread.Give(new PostComment { Actor = Bagrat, ClientCommentId = "to", Body = LiveThread.Body("x"), Addressee = Ani.Id, Mentions = [Ani.Id] });
        _thread.Edit(Bagrat, 2, 1);
        AssertFound();
    }

    [Fact]
    public void A_moderator_whose_decision_was_followed_by_another_is_found()
    {
        _thread.Append(new CommentDecided { At = _thread.Now, By = Ani.Id, Name = Ani.Name, Number = 1, Revision = 1, Decision = "approve", Note = "mine" });
        _thread.Append(new CommentDecided { At = _thread.Now, By = Moderator.Id, Name = Moderator.Name, Number = 1, Revision = 1, Decision = "approve" });
        AssertFound();
    }

    [Fact]
    public void Whoever_was_never_here_is_not_found_and_nothing_is_erased()
    {
        Assert.False(Survey().Finds);
        Refusals.ExpectAlready(_thread.Give(new ErasePerson { Actor = Ani, User = Ani.Id }));
    }

    [Fact]
    public void An_erasure_that_is_still_to_be_carried_out_needs_no_other()
    {
        _thread.React(Ani, 1);
        Assert.True(_thread.Give(new ErasePerson { Actor = Ani, User = Ani.Id }).IsAccepted);
        Assert.Equal((false, true), (Survey().Finds, Survey().IsUnfinished));
    }

    [Fact]
    public void Who_came_back_before_an_erasure_was_carried_out_is_another_to_the_next()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            _thread.Report(Ani, _thread.Post(Bagrat).Number, detail: "mine");
            Assert.True(_thread.Give(new ErasePerson { Actor = Ani, User = Ani.Id }).IsAccepted);
        }

        var rewritten = Rewritten();

        Assert.Equal(["realtime:erased:4", "realtime:erased:7"], rewritten.OfType<CommentReported>().Select(report => report.By.Value));
        AssertReplays(rewritten);
        Assert.DoesNotContain(rewritten, @event => System.Text.Encoding.UTF8.GetString(ThreadEventCodec.Encode(@event).Span).Contains($"\"{Ani.Id}\"", StringComparison.Ordinal));
    }

    private void AssertFound()
    {
        Assert.True(Survey().Finds);
        Refusals.ExpectAlready(_thread.Give(new ErasePerson { Actor = Ani, User = Ani.Id }));

        Assert.True(_thread.Give(new ErasePerson { Actor = Ani, User = Ani.Id, IsInJournal = true }).IsAccepted);

        var rewritten = Rewritten();
        var survey = new JournalSurvey(Ani.Id);
        foreach (var (i, @event) in rewritten.Index()) survey.Take(i + 1, @event);
        Assert.Equal((false, false), (survey.Finds, survey.IsUnfinished));
        AssertReplays(rewritten);
    }

    private JournalSurvey Survey()
    {
        var survey = new JournalSurvey(Ani.Id);
        foreach (var (i, @event) in _thread.Events().Index()) survey.Take(i + 1, @event);
        return survey;
    }

    private List<ThreadEvent> Rewritten()
    {
        var survey = Survey();
        return [.. _thread.Events().Select((@event, i) => survey.Redact(i + 1, @event) ?? @event)];
    }

    private void AssertReplays(IEnumerable<ThreadEvent> rewritten)
    {
        var replayed = new ArticleThread();
        foreach (var @event in rewritten) replayed.Apply(@event);
        Assert.Equal(ThreadSnapshotCodec.Encode(_thread.State).ToArray(), ThreadSnapshotCodec.Encode(replayed).ToArray());
    }
}
