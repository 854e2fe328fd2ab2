using Realtime.Discussion.Articles;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Articles;

public class DescribingTests
{
    private readonly LiveThread _thread = new();

    [Fact]
    public void A_publisher_describes_an_article()
    {
        _thread.Describe(Publisher, "Bridge opens");

        Assert.Equal("Bridge opens", _thread.State.Article!.Title);
    }

    [Fact]
    public void The_same_description_changes_nothing()
    {
        _thread.Give(new DescribeArticle { Actor = Publisher, Article = new Article { Title = "A", Tags = ["x", "y"] } });

        Refusals.ExpectAlready(_thread.Give(new DescribeArticle { Actor = Admin, Article = new Article { Title = "A", Tags = ["x", "y"] } }));
    }

    [Fact]
    public void Another_order_of_tags_is_another_description()
    {
        _thread.Give(new DescribeArticle { Actor = Publisher, Article = new Article { Title = "A", Tags = ["x", "y"] } });

        Assert.True(_thread.Give(new DescribeArticle { Actor = Publisher, Article = new Article { Title = "A", Tags = ["y", "x"] } }).IsAccepted);
    }

    [Fact]
    public void A_moderator_may_not() => Refusals.Expect(RefusalCode.NotAllowed, _thread.Describe(Moderator));
}
