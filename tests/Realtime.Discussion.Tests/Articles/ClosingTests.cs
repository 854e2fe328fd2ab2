using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Articles;

public class ClosingTests
{
    private readonly LiveThread _thread = new();

    public static TheoryData<Roles> MayClose => [Roles.Moderator, Roles.Publisher, Roles.Admin, Roles.Moderator | Roles.Staff];

    public static TheoryData<Roles> MayNotClose => [Roles.None, Roles.Staff];

    [Theory]
    [MemberData(nameof(MayClose))]
    public void These_may_close_and_reopen(Roles roles)
    {
        var actor = Ani with { Roles = roles };

        Assert.True(_thread.Close(actor).IsAccepted);
        Assert.True(_thread.Reopen(actor).IsAccepted);
        Assert.False(_thread.State.IsClosed);
    }

    [Theory]
    [MemberData(nameof(MayNotClose))]
    public void Nobody_else_may(Roles roles)
    {
        Refusals.Expect(RefusalCode.NotAllowed, _thread.Close(Ani with { Roles = roles }));
        Refusals.Expect(RefusalCode.NotAllowed, _thread.Reopen(Ani with { Roles = roles }));
    }

    [Fact]
    public void Closing_a_closed_thread_changes_nothing()
    {
        _thread.Close(Moderator);

        Refusals.ExpectAlready(_thread.Close(Admin));
    }

    [Fact]
    public void Reopening_an_open_thread_changes_nothing() => Refusals.ExpectAlready(_thread.Reopen(Moderator));

    [Fact]
    public void A_reopened_thread_takes_comments_again()
    {
        _thread.Close(Moderator);
        _thread.Reopen(Moderator);

        Assert.True(_thread.Post(Ani).IsAccepted);
    }

    [Fact]
    public void An_unknown_article_has_nothing_to_close()
    {
        var thread = new LiveThread(new DiscussionRules());

        Refusals.Expect(RefusalCode.ArticleUnknown, thread.Close(Moderator));
        Refusals.Expect(RefusalCode.ArticleUnknown, thread.Reopen(Moderator));
    }
}
