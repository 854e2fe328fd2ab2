using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Reactions;

public class ReactingTests
{
    private readonly LiveThread _thread = new();

    public ReactingTests() => _thread.Post(Ani);

    [Fact]
    public void One_person_counts_once_per_kind()
    {
        _thread.React(Bagrat, 1);

        Refusals.ExpectAlready(_thread.React(Bagrat, 1));
        Assert.Equal(1, _thread.State.Find(1)!.Reactions.Total);
    }

    [Fact]
    public void One_person_may_give_several_kinds()
    {
        _thread.React(Bagrat, 1);
        _thread.React(Bagrat, 1, "love");

        Assert.Equal(new Dictionary<string, int> { ["like"] = 1, ["love"] = 1 }, _thread.State.Find(1)!.Reactions.Counts());
    }

    [Fact]
    public void A_reaction_taken_back_leaves_no_count()
    {
        _thread.React(Bagrat, 1);
        _thread.React(Bagrat, 1, on: false);

        Assert.Empty(_thread.State.Find(1)!.Reactions.Counts());
    }

    [Fact]
    public void Taking_back_what_was_not_given_changes_nothing() => Refusals.ExpectAlready(_thread.React(Bagrat, 1, on: false));

    [Theory]
    [InlineData("shrug")]
    [InlineData("")]
    [InlineData("LIKE")]
    public void A_kind_that_is_not_on_offer_is_refused(string kind) => Refusals.Expect(RefusalCode.ReactionUnknown, _thread.React(Bagrat, 1, kind));

    [Fact]
    public void A_kind_taken_off_the_list_can_still_be_taken_back()
    {
        _thread.Append(new Discussion.Reactions.ReactionChanged { At = _thread.Now, By = Bagrat.Id, Number = 1, Kind = "wave", On = true });

        Assert.True(_thread.React(Bagrat, 1, "wave", on: false).IsAccepted);
    }

    [Fact]
    public void A_comment_that_does_not_exist_is_refused() => Refusals.Expect(RefusalCode.CommentUnknown, _thread.React(Bagrat, 2));

    [Fact]
    public void A_removed_comment_is_refused()
    {
        _thread.Remove(Ani, 1);

        Refusals.Expect(RefusalCode.CommentRemoved, _thread.React(Bagrat, 1));
    }

    [Fact]
    public void A_closed_thread_refuses_reactions()
    {
        _thread.Close(Moderator);

        Refusals.Expect(RefusalCode.ThreadClosed, _thread.React(Bagrat, 1));
    }
}
