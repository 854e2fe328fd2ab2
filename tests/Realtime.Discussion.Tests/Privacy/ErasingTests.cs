using Realtime.Discussion.Comments;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Privacy;

public class ErasingTests
{
    private readonly LiveThread _thread = new();

    public ErasingTests()
    {
        _thread.Post(Ani, "my words", id: "mine");
        _thread.Post(Bagrat, "theirs", replyTo: 1, quote: new Quote(1, 1, "words"));
        _thread.React(Ani, 2);
        _thread.Report(Ani, 2, detail: "because I say so");
        _thread.Give(new PostComment { Actor = Bagrat, ClientCommentId = "to", Body = LiveThread.Body("x"), Addressee = Ani.Id, Mentions = [Ani.Id, Moderator.Id] });
        Assert.True(_thread.Give(new ErasePerson { Actor = Ani, User = Ani.Id }).IsAccepted);
    }

    [Fact]
    public void Comments_lose_words_and_author_and_keep_their_place()
    {
        var view = _thread.View(1);

        Assert.Equal(("erased", null, null, 1), (view.Status, view.Html, view.Author, view.ReplyCount));
        Assert.Equal((ArticleThread.Nobody, 2), (_thread.State.Find(1)!.Author, _thread.State.PublishedCount));
        Assert.Empty(_thread.State.CommentsOf(Ani.Id));
    }

    [Fact]
    public void Not_even_moderators_see_the_words_again()
    {
        Assert.Null(_thread.ViewFor(1, Viewer.Of(Moderator))!.Html);
        Assert.Null(_thread.State.Find(1)!.BodyOf(1));
    }

    [Fact]
    public void Quotes_reactions_and_addresses_go_with_them()
    {
        Assert.Null(_thread.View(2).Quote!.Text);
        Assert.Empty(_thread.View(2).Reactions);
        Assert.Equal((null, "mod"), (_thread.View(3).Addressee, Assert.Single(_thread.View(3).Mentions!)));
    }

    [Fact]
    public void A_report_still_counts_and_is_nobodys()
    {
        Assert.Equal("realtime:erased:6", Assert.Single(_thread.State.Find(2)!.Reports).By.Value);
        Assert.True(_thread.Report(Bagrat, 2).IsAccepted);
    }

    [Fact]
    public void Readers_are_told_of_all_that_has_changed()
    {
        var changes = ThreadProjection.Changes(_thread.State, _thread.Events(after: 5), _thread.WordsOf);

        Assert.Equal([("removed", 1), ("reacted", 2), ("edited", 3)], changes.Select(change => (change.Type, change.Comment?.Number ?? change.Number!.Value)));
        Assert.Equal([2], changes[0].QuotedBy);
    }

    [Fact]
    public void Who_comes_back_begins_anew()
    {
        Assert.Equal(4, _thread.Post(Ani, id: "mine").Number);
        Assert.Equal("The ani", _thread.View(4).Author!.Name);
    }

    [Fact]
    public void Erasing_nobody_changes_nothing() => Refusals.ExpectAlready(_thread.Give(new ErasePerson { Actor = Moderator, User = Ani.Id }));

    [Fact]
    public void The_erasure_itself_is_rewritten_too()
    {
        var erasure = (PersonErased)_thread.Events()[^1];

        Assert.Equal(erasure.As, Assert.IsType<PersonErased>(Redaction.Of(erasure, erasure, _ => null)).User);
    }

    [Fact]
    public void What_is_not_theirs_stays_as_it_stands()
    {
        var erasure = (PersonErased)_thread.Events()[^1];
        var posted = (CommentPosted)_thread.Events()[1];

        Assert.Null(Redaction.Of(posted, erasure, _ => Bagrat.Id));
        Assert.Equal(posted with { Quote = new Quote(1, 1, "") }, Redaction.Of(posted, erasure, _ => Ani.Id));
    }
}
