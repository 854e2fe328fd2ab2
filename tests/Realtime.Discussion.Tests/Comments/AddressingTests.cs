using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Comments;

public class AddressingTests
{
    private readonly LiveThread _thread = new();

    public AddressingTests()
    {
        _thread.Post(Bagrat, "first");
        _thread.Post(Bagrat, "second");
    }

    [Fact]
    public void The_addressee_is_shown_with_their_last_comment_before_that_stands()
    {
        Address(Bagrat.Id);
        _thread.Post(Bagrat, "later");
        Assert.Equal(("bagrat", "The bagrat", 2), Shown());

        _thread.Remove(Bagrat, 2);
        Assert.Equal(("bagrat", "The bagrat", 1), Shown());
        _thread.Reject(Moderator, 1);
        Assert.Equal(("bagrat", "The bagrat", null), Shown());
    }

    [Fact]
    public void Of_whom_readers_never_saw_anything_nothing_is_shown()
    {
        _thread.PostHeld(Commenter("c"));
        Address(new UserId("c"));
        Address(new UserId("stranger"));

        Assert.Null(_thread.View(4).Addressee);
        Assert.Null(_thread.View(5).Addressee);
    }

    [Fact]
    public void Badges_are_shown_as_they_were_when_the_comment_was_posted()
    {
        _thread.Give(new PostComment { Actor = Ani, ClientCommentId = "b", Body = LiveThread.Body("x"), Badges = ["expert"] });
        _thread.Edit(Ani, 3, 1);

        Assert.Equal(["expert"], _thread.View(3).Badges);
        Assert.Null(_thread.View(1).Badges);
    }

    private void Address(UserId whom) =>
        _thread.Give(new PostComment { Actor = Ani, ClientCommentId = $"to-{whom}", Body = LiveThread.Body("x"), Addressee = whom });

    private (string, string, int?) Shown() => _thread.View(3).Addressee is { } addressee ? (addressee.Id, addressee.Name, addressee.Number) : default;
}
