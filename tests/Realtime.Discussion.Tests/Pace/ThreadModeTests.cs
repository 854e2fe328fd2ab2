using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Pace;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Pace;

public class ThreadModeTests
{
    private readonly LiveThread _thread = new();

    [Fact]
    public void In_a_reviewed_thread_comments_wait()
    {
        Set(review: true);
        Assert.Equal(CommentStatus.Pending, _thread.Post(Ani).Status);

        Set(review: false);
        Assert.Equal(CommentStatus.Published, _thread.Post(Ani).Status);
    }

    [Fact]
    public void Readers_are_told_how_the_thread_is_kept()
    {
        Set(review: true, slow: 90);
        var change = Assert.Single(ThreadProjection.Changes(_thread.State, _thread.Events(), _thread.WordsOf));

        Assert.Equal(("moded", true, 90), (change.Type, change.Review, change.SlowMode));
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        Set(review: true, slow: 90);

        Refusals.ExpectAlready(Set(review: true, slow: 90));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(86_401)]
    public void An_absurd_pace_is_refused(int seconds) => Refusals.Expect(RefusalCode.RequestMalformed, Set(slow: seconds));

    private Decision Set(bool review = false, int? slow = null) =>
        _thread.Give(new SetThreadMode { Actor = Moderator, Review = review, SlowMode = slow is { } seconds ? TimeSpan.FromSeconds(seconds) : null });
}
