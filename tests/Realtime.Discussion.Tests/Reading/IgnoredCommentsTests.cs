using Realtime.Discussion.Identity;
using Realtime.Discussion.Reading;
using Xunit;

namespace Realtime.Discussion.Tests.Reading;

public class IgnoredCommentsTests
{
    private static readonly HashSet<UserId> Ignored = [new("troll")];

    [Fact]
    public void Of_a_comment_place_times_and_counts_are_left()
    {
        var hidden = Hide(Page(By("troll", 1) with { ReplyTo = 7, ReplyCount = 3, Badges = ["expert"], Mentions = ["ann"], Addressee = new() { Id = "ann", Name = "Ann" } })).Comments[0];

        Assert.Equal((1, "ignored", 7, 3), (hidden.Number, hidden.Status, hidden.ReplyTo, hidden.ReplyCount));
        Assert.Equal((null, null, null, null, null), (hidden.Author, hidden.Html, hidden.Badges, hidden.Mentions, hidden.Addressee));
    }

    [Fact]
    public void A_passage_quoted_from_them_goes_while_the_comment_stays()
    {
        var hidden = Hide(Page(By("ann", 2) with { Quote = new QuoteView { Number = 1, Revision = 1, Text = "Bait" } })).Comments[0];

        Assert.Equal(("<p>2</p>", 1, null), (hidden.Html, hidden.Quote!.Number, hidden.Quote.Text));
    }

    [Fact]
    public void A_passage_quoted_from_others_stays() =>
        Assert.Equal("Tea", Hide(Page(By("ann", 3) with { Quote = new QuoteView { Number = 2, Revision = 1, Text = "Tea" } })).Comments[0].Quote!.Text);

    [Fact]
    public void An_answer_with_nothing_of_theirs_is_the_same_object()
    {
        var (page, changes) = (Page(By("ann", 2), By("bob", 3)), Changes(By("ann", 2)));

        Assert.Same(page, Hide(page));
        Assert.Same(changes, IgnoredComments.Hide(changes, Ignored, AuthorOf));
    }

    [Fact]
    public void Of_changes_only_the_comments_of_ignored_people_are_others()
    {
        var changes = Changes(By("ann", 2), By("troll", 1));

        var hidden = IgnoredComments.Hide(changes, Ignored, AuthorOf);

        Assert.Same(changes.Changes[0], hidden.Changes[0]);
        Assert.Equal(("posted", "ignored"), (hidden.Changes[1].Type, hidden.Changes[1].Comment!.Status));
        Assert.Equal(changes with { Changes = hidden.Changes }, hidden);
    }

    [Fact]
    public void The_conversation_above_a_comment_hides_them_too()
    {
        var found = new CommentInContext { Position = "1-1", Comment = By("ann", 2), Ancestors = [By("troll", 1)], MoreAncestors = false };

        var hidden = IgnoredComments.Hide(found, Ignored, AuthorOf);

        Assert.Equal(("published", "ignored"), (hidden.Comment.Status, hidden.Ancestors[0].Status));
    }

    private static ThreadPage Hide(ThreadPage page) => IgnoredComments.Hide(page, Ignored, AuthorOf);

    private static UserId? AuthorOf(int number) => number == 1 ? new UserId("troll") : new UserId("ann");

    private static ThreadPage Page(params CommentView[] comments) => new() { Position = "1-1", Closed = false, Review = false, Pinned = [], CommentCount = comments.Length, Comments = comments };

    private static ThreadChanges Changes(params CommentView[] comments) => new()
    {
        Site = "gazette", Article = "a", From = 0, To = comments.Length, Position = "1-2", CommentCount = comments.Length,
        Changes = [.. comments.Select(comment => new ThreadChange { Type = "posted", Comment = comment })],
    };

    private static CommentView By(string author, int number) => new()
    {
        Number = number, Author = new AuthorView { Id = author, Name = author }, CreatedAt = default, Revision = 1, Status = "published", Html = $"<p>{number}</p>",
        Reactions = new Dictionary<string, int>(), ReplyCount = 0,
    };
}
