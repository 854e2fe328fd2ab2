using Realtime.Discussion.Comments;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Comments;

public class PostingTests
{
    private readonly LiveThread _thread = new();

    [Fact]
    public void The_first_comment_has_number_one() => Assert.Equal(1, _thread.Post(Ani).Number);

    [Fact]
    public void Numbers_follow_one_another_also_behind_a_removed_comment()
    {
        _thread.Post(Ani);
        _thread.Remove(Ani, 1);

        Assert.Equal(2, _thread.Post(Bagrat).Number);
    }

    [Fact]
    public void The_event_keeps_the_name_that_the_author_has_now()
    {
        var posted = Assert.IsType<CommentPosted>(_thread.Post(Ani).Event);

        Assert.Equal((Ani.Id, Ani.Name), (posted.By, posted.Name));
    }

    [Fact]
    public void A_repeated_client_id_gets_the_original_comment()
    {
        _thread.Post(Ani, id: "once");
        var again = _thread.Post(Ani, "other words", id: "once");

        Assert.Equal((1, null, null), (again.Number, again.Event, again.Refusal));
    }

    [Fact]
    public void A_repeated_client_id_gets_the_original_comment_also_when_it_was_removed_and_the_thread_closed_since()
    {
        _thread.Post(Ani, id: "once");
        _thread.Remove(Ani, 1);
        _thread.Close(Moderator);

        Assert.Equal(1, _thread.Post(Ani, id: "once").Number);
    }

    [Fact]
    public void Two_people_may_use_the_same_client_id()
    {
        _thread.Post(Ani, id: "once");

        Assert.Equal(2, _thread.Post(Bagrat, id: "once").Number);
    }

    [Fact]
    public void A_reply_counts_for_the_comment_it_answers()
    {
        _thread.Post(Ani);
        _thread.Post(Bagrat, replyTo: 1);

        Assert.Equal(1, _thread.State.Find(1)!.ReplyCount);
    }

    [Fact]
    public void A_chain_of_ten_thousand_replies_is_kept()
    {
        _thread.Post(Ani);
        for (var number = 1; number < 10_000; number++) _thread.Post(Bagrat, replyTo: number);

        Assert.Equal(9_999, _thread.Replay().Find(10_000)!.ReplyTo);
    }

    [Fact]
    public void An_article_that_nobody_described_refuses_comments_unless_articles_are_lazy() =>
        Refusals.Expect(RefusalCode.ArticleUnknown, new LiveThread(new DiscussionRules { LazyArticles = false }).Post(Ani));

    [Fact]
    public void A_described_article_takes_comments()
    {
        var thread = new LiveThread(new DiscussionRules { LazyArticles = false });
        thread.Describe(Publisher);

        Assert.Equal(1, thread.Post(Ani).Number);
    }

    [Fact]
    public void A_closed_thread_refuses_a_new_comment()
    {
        _thread.Close(Moderator);

        Refusals.Expect(RefusalCode.ThreadClosed, _thread.Post(Ani));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_reply_to_a_comment_that_does_not_exist_is_refused(int parent)
    {
        _thread.Post(Ani);

        Refusals.Expect(RefusalCode.ParentUnknown, _thread.Post(Bagrat, replyTo: parent));
    }

    [Fact]
    public void A_reply_to_a_removed_comment_is_refused()
    {
        _thread.Post(Ani);
        _thread.Remove(Ani, 1);

        Refusals.Expect(RefusalCode.ParentRemoved, _thread.Post(Bagrat, replyTo: 1));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 2)]
    public void A_quote_of_a_comment_or_revision_that_does_not_exist_is_refused(int number, int revision)
    {
        _thread.Post(Ani);

        Refusals.Expect(RefusalCode.QuoteUnknown, _thread.Post(Bagrat, quote: new Quote(number, revision, "words")));
    }

    [Fact]
    public void A_quote_of_a_removed_comment_is_refused()
    {
        _thread.Post(Ani);
        _thread.Remove(Ani, 1);

        Refusals.Expect(RefusalCode.QuoteRemoved, _thread.Post(Bagrat, quote: new Quote(1, 1, "words")));
    }

    [Fact]
    public void An_earlier_revision_may_be_quoted()
    {
        _thread.Post(Ani);
        _thread.Edit(Ani, 1, 1);

        Assert.True(_thread.Post(Bagrat, quote: new Quote(1, 1, "words")).IsAccepted);
    }
}
