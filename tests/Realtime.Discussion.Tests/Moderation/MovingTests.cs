using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Moderation;

public class MovingTests
{
    private static readonly ThreadKey Bridge = ThreadKey.Parse("gazette/bridge");
    private static readonly ArticleId Ferry = new("ferry");
    private readonly LiveThread _thread = new();

    public MovingTests()
    {
        _thread.Post(Ani, "root");
        _thread.Post(Bagrat, "other");
        _thread.Post(Bagrat, "child", replyTo: 1);
        _thread.Post(Ani, "grandchild", replyTo: 3, quote: new Quote(1, 1, "root"));
    }

    [Fact]
    public void All_that_hangs_below_a_comment_goes_with_it_and_tombstones_say_where()
    {
        var moved = Assert.IsType<CommentsMoved>(Move(1).Event);

        Assert.Equal([1, 3, 4], moved.Numbers);
        Assert.Equal((1, "moved", "ferry"), (_thread.State.PublishedCount, _thread.View(3).Status, _thread.View(3).MovedTo));
        Assert.Equal((null, "published"), (_thread.View(1).Html, _thread.View(2).Status));
    }

    [Fact]
    public void What_was_taken_away_stays_where_it_is_and_what_answers_it_goes()
    {
        _thread.Remove(Bagrat, 3);

        Assert.Equal([1, 4], Assert.IsType<CommentsMoved>(Move(1).Event).Numbers);
    }

    [Fact]
    public void Moving_again_changes_nothing_and_elsewhere_is_impossible()
    {
        Move(1);

        Refusals.ExpectAlready(Move(1));
        Refusals.Expect(RefusalCode.DecisionImpossible, _thread.Give(new MoveComments { Actor = Moderator, Number = 1, Revision = 1, To = new ArticleId("tunnel") }));
    }

    [Fact]
    public void It_is_a_decision_like_the_others()
    {
        _thread.Approve(OtherModerator, 1);
        Refusals.Expect(RefusalCode.AlreadyDecided, Move(1));
        Refusals.Expect(RefusalCode.StaleRevision, Move(1, revision: 2));

        Assert.True(Move(1, after: 1).IsAccepted);
        Assert.Equal(("move", 2), (_thread.State.Find(1)!.Judgement!.Decision, _thread.State.Find(1)!.Judgement!.Count));
    }

    [Fact]
    public void A_received_comment_keeps_its_author_and_its_time()
    {
        var there = new LiveThread { Now = _thread.Now.AddDays(1) };
        Receive(there, 1);
        Receive(there, 3, replyTo: 1);
        var view = there.View(2);

        Assert.Equal(("bagrat", _thread.Now.UtcDateTime, 1, 1), (view.Author!.Id, view.CreatedAt, view.ReplyTo, there.View(1).ReplyCount));
        Assert.Equal("<p>child</p>", view.Html);
    }

    [Fact]
    public void It_is_received_once_however_often_it_comes()
    {
        var there = new LiveThread();
        Receive(there, 1);

        var again = Receive(there, 1);
        Refusals.ExpectAlready(again);
        Assert.Equal((1, 1), (again.Number, there.State.LastNumber));
    }

    [Fact]
    public void A_quote_comes_along_when_its_source_does()
    {
        var (with, without) = (new LiveThread(), new LiveThread());
        Receive(with, 1);
        Receive(with, 4, quote: new Quote(1, 1, "root"));
        Receive(without, 4, quote: new Quote(1, 1, "root"));

        Assert.Equal("root", with.View(2).Quote!.Text);
        Assert.Null(without.View(1).Quote);
    }

    [Fact]
    public void What_waited_there_waits_here()
    {
        var there = new LiveThread();
        Receive(there, 1, status: CommentStatus.Pending);

        Assert.Null(there.ViewFor(1, Viewer.Anybody));
        Assert.True(there.Approve(Moderator, 1).IsAccepted);
    }

    [Fact]
    public void Only_moderators_move_and_receive()
    {
        Refusals.Expect(RefusalCode.NotAllowed, _thread.Give(new MoveComments { Actor = Staff, Number = 1, Revision = 1, To = Ferry }));
        Refusals.Expect(RefusalCode.NotAllowed, Receive(new LiveThread(), 1, by: Ani));
    }

    [Fact]
    public void What_was_received_neither_slows_its_author_nor_sets_off_the_guard()
    {
        var there = new LiveThread();
        there.Set(settings => settings with { SlowMode = TimeSpan.FromHours(1), FloodGuard = settings.FloodGuard with { Comments = 1 } });
        Receive(there, 1);
        Receive(there, 3);

        Assert.Null(Assert.IsType<CommentPosted>(there.Post(Ani).Event).Guard);
    }

    private Decision Move(int number, int revision = 1, int? after = null) =>
        _thread.Give(new MoveComments { Actor = Moderator, Number = number, Revision = revision, To = Ferry, After = after });

    private Decision Receive(LiveThread there, int number, int? replyTo = null, Quote? quote = null, CommentStatus status = CommentStatus.Published, Actor? by = null)
    {
        var comment = _thread.State.Find(number)!;
        return there.Give(new ReceiveComment
        {
            Actor = by ?? Moderator,
            From = Bridge,
            FromNumber = number,
            Author = comment.Author,
            CreatedAt = comment.CreatedAt,
            Body = _thread.WordsOf(comment)!.Body,
            ReplyToFrom = replyTo,
            Quote = quote,
            Status = status,
        });
    }
}
