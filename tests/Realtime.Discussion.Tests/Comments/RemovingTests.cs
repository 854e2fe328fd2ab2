using Realtime.Discussion.Comments;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Comments;

public class RemovingTests
{
    private readonly LiveThread _thread = new();

    public RemovingTests()
    {
        _thread.Post(Ani, "first words");
        _thread.Post(Bagrat, replyTo: 1, quote: new Quote(1, 1, "first"));
    }

    [Fact]
    public void A_removed_comment_keeps_its_number_and_its_replies()
    {
        _thread.Remove(Ani, 1);
        var view = _thread.View(1);

        Assert.Equal((1, "removed", 1), (view.Number, view.Status, view.ReplyCount));
    }

    [Fact]
    public void A_removed_comment_shows_neither_words_nor_author()
    {
        _thread.Remove(Ani, 1);
        var view = _thread.View(1);

        Assert.Equal((null, null, null), (view.Html, view.Text, view.Author));
    }

    [Fact]
    public void A_quote_of_it_shows_no_words_either()
    {
        _thread.Remove(Ani, 1);

        Assert.Null(_thread.View(2).Quote!.Text);
    }

    [Fact]
    public void It_is_no_longer_counted()
    {
        _thread.Remove(Bagrat, 2);

        Assert.Equal((1, 0), (_thread.State.PublishedCount, _thread.State.Find(1)!.ReplyCount));
    }

    [Fact]
    public void Removing_twice_changes_nothing()
    {
        _thread.Remove(Ani, 1);

        Refusals.ExpectAlready(_thread.Remove(Ani, 1));
    }

    [Fact]
    public void It_is_possible_while_the_thread_is_closed()
    {
        _thread.Close(Moderator);

        Assert.True(_thread.Remove(Ani, 1).IsAccepted);
    }

    [Fact]
    public void Somebody_elses_comment_cannot_be_removed() => Refusals.Expect(RefusalCode.NotYours, _thread.Remove(Bagrat, 1));

    [Fact]
    public void A_comment_that_does_not_exist_cannot_be_removed() => Refusals.Expect(RefusalCode.CommentUnknown, _thread.Remove(Ani, 3));

    [Fact]
    public void An_unreadable_comment_counts_as_removed_already()
    {
        _thread.Append("nonsense"u8.ToArray());

        Refusals.Expect(RefusalCode.CommentRemoved, _thread.Remove(Ani, 3));
    }
}
