using Realtime.Discussion.Comments;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reading;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Threads;

/// <summary>A journal that no sound program wrote: the thread still opens, and what does not fit changes nothing.</summary>
public class OddEventTests
{
    private readonly LiveThread _thread = new();

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public void A_number_that_cannot_be_is_passed_over(int number)
    {
        _thread.Post(Ani);
        _thread.Append(Posted(number));

        Assert.Equal((1, 2L), (_thread.State.LastNumber, _thread.State.Sequence));
    }

    [Fact]
    public void A_number_that_is_taken_stays_with_its_comment()
    {
        _thread.Post(Ani);
        _thread.Append(Posted(1));

        Assert.Equal((Ani.Id, 1), (_thread.State.Find(1)!.Author.Id, _thread.State.PublishedCount));
    }

    [Fact]
    public void An_unreadable_entry_takes_a_number_and_shows_as_a_tombstone()
    {
        _thread.Post(Ani);
        _thread.Append("nonsense"u8.ToArray());

        Assert.Equal(("unreadable", 1), (_thread.View(2).Status, _thread.State.PublishedCount));
    }

    [Fact]
    public void A_comment_that_claims_the_number_of_an_unreadable_entry_gets_it()
    {
        _thread.Append("a damaged reaction"u8.ToArray());
        _thread.Append(Posted(1));

        Assert.Equal((1, 1, true), (_thread.State.LastNumber, _thread.State.PublishedCount, _thread.State.Find(1)!.IsPublished));
    }

    [Fact]
    public void Numbers_that_a_later_program_gave_are_filled_with_tombstones()
    {
        _thread.Append("""{"event":"pollPosted","v":1}"""u8.ToArray());
        _thread.Append(Posted(2));

        Assert.Equal((2, CommentStatus.Unreadable), (_thread.State.LastNumber, _thread.State.Find(1)!.Status));
    }

    [Fact]
    public void Readers_who_catch_up_are_told_of_the_tombstones()
    {
        _thread.Append("nonsense"u8.ToArray());
        _thread.Append("""{"event":"pollPosted","v":1}"""u8.ToArray());
        _thread.Append(Posted(3));
        var changes = ThreadProjection.Changes(_thread.State, _thread.Events(), _thread.WordsOf);

        Assert.Equal([(1, "unreadable"), (2, "unreadable"), (3, "published")],
            changes.Select(change => (change.Comment!.Number, change.Comment.Status)).Distinct().OrderBy(told => told.Number));
    }

    [Fact]
    public void An_edit_behind_an_unreadable_one_is_taken_and_the_missing_revision_has_no_words()
    {
        _thread.Post(Ani);
        _thread.Append("a damaged edit"u8.ToArray());
        _thread.Append(Edited(revision: 3));
        var comment = _thread.State.Find(1)!;

        Assert.Equal((3, 1L, null, 3L), (comment.Revision, comment.BodyOf(1)!.Value, comment.BodyOf(2), comment.BodyOf(3)!.Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-5)]
    public void An_edit_that_goes_back_is_passed_over(int revision)
    {
        _thread.Post(Ani);
        _thread.Append(Edited(revision));

        Assert.Equal((1, 1L), (_thread.State.Find(1)!.Revision, _thread.State.Find(1)!.BodyAt));
    }

    [Fact]
    public void An_absurd_revision_costs_nothing()
    {
        _thread.Post(Ani);
        _thread.Append(Edited(int.MaxValue));

        Assert.Single(_thread.State.Find(1)!.EarlierRevisions);
    }

    [Fact]
    public void Events_about_comments_that_do_not_exist_are_passed_over()
    {
        _thread.Append(Edited(2));
        _thread.Append(new CommentRemoved { At = _thread.Now, By = Ani.Id, Number = int.MinValue });
        _thread.Append(new ReactionChanged { At = _thread.Now, By = Ani.Id, Number = int.MaxValue, Kind = "like", On = true });

        Assert.Equal((0, 3L), (_thread.State.LastNumber, _thread.State.Sequence));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(0)]
    [InlineData(-1)]
    public void An_answer_to_itself_or_to_the_future_is_no_answer(int parent)
    {
        _thread.Post(Ani);
        _thread.Append(Posted(2) with { ReplyTo = parent, Quote = new Quote(parent, 1, "x") });

        Assert.Equal((null, 0), (_thread.State.Find(2)!.ReplyTo, _thread.State.Find(2)!.QuoteOf));
    }

    [Fact]
    public void A_removal_told_twice_is_counted_once()
    {
        _thread.Post(Ani);
        _thread.Post(Bagrat, replyTo: 1);
        for (var i = 0; i < 2; i++) _thread.Append(new CommentRemoved { At = _thread.Now, By = Bagrat.Id, Number = 2 });

        Assert.Equal((1, 0), (_thread.State.PublishedCount, _thread.State.Find(1)!.ReplyCount));
    }

    private CommentPosted Posted(int number) => new()
        { At = _thread.Now, By = Bagrat.Id, Name = "b", Number = number, ClientCommentId = $"odd-{number}", Body = LiveThread.Body("x") };

    private CommentEdited Edited(int revision) => new() { At = _thread.Now, By = Ani.Id, Number = 1, Revision = revision, Body = LiveThread.Body("x") };
}
