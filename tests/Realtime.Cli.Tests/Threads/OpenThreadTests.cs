using Realtime.Cli.Threads;
using Realtime.Cli.Wire;
using Xunit;

namespace Realtime.Cli.Tests.Threads;

public class OpenThreadTests
{
    private readonly OpenThread _thread = new();

    public OpenThreadTests() => _thread.Open(new ThreadPage { Comments = [Comment(1, "Ada")], CommentCount = 1 });

    [Fact]
    public void A_comment_told_twice_is_news_once()
    {
        Assert.IsType<CommentPosted>(Assert.Single(Take("posted", Comment(2, "Bob"))));
        Assert.Empty(Take("posted", Comment(2, "Bob")));
        Assert.Empty(Take("posted", Comment(1, "Ada")));
    }

    [Fact]
    public void An_edit_is_news_when_its_revision_is_newer()
    {
        Assert.IsType<CommentEdited>(Assert.Single(Take("edited", Comment(1, "Ada") with { Revision = 2 })));
        Assert.Empty(Take("edited", Comment(1, "Ada") with { Revision = 2 }));
    }

    [Fact]
    public void A_removed_comment_does_not_come_back_by_repetition()
    {
        Assert.IsType<CommentRemoved>(Assert.Single(Take("removed", new CommentView { Number = 1, Status = "removed" })));

        Assert.Empty(Take("removed", new CommentView { Number = 1, Status = "removed" }));
        Assert.Empty(Take("posted", Comment(1, "Ada")));
        Assert.Empty(Take("edited", Comment(1, "Ada") with { Revision = 9 }));
    }

    [Fact]
    public void Reactions_are_news_when_their_counts_differ()
    {
        var change = new ThreadChange { Type = "reacted", Number = 1, Reactions = new Dictionary<string, int> { ["agree"] = 1 } };

        Assert.IsType<ReactionsCounted>(Assert.Single(Take(change)));
        Assert.Empty(Take(change));
        Assert.IsType<ReactionsCounted>(Assert.Single(Take(change with { Reactions = new Dictionary<string, int>() })));
    }

    [Fact]
    public void Closing_and_reopening_are_news_once_each()
    {
        Assert.IsType<ThreadReopened>(Assert.Single(Take(Of("closed"), Of("closed"), Of("reopened"), Of("reopened")).Skip(1)));
        Assert.False(_thread.Closed);
    }

    [Fact]
    public void A_kind_of_change_that_is_not_known_is_passed_over() => Assert.Empty(Take(Of("pinned"), Of("posted")));

    [Fact]
    public void The_count_of_comments_is_the_servers()
    {
        _thread.Take(new ThreadChanges { CommentCount = 41 });

        Assert.Equal(41, _thread.CommentCount);
    }

    [Fact]
    public void A_new_page_forgets_what_was_known()
    {
        _thread.Open(new ThreadPage());

        Assert.Null(_thread.AuthorOf(1));
    }

    private IReadOnlyList<Happening> Take(string type, CommentView comment) => Take(new ThreadChange { Type = type, Comment = comment });

    private IReadOnlyList<Happening> Take(params ThreadChange[] changes) => _thread.Take(new ThreadChanges { Changes = changes });

    private static ThreadChange Of(string type) => new() { Type = type };

    private static CommentView Comment(int number, string author) =>
        new() { Number = number, Revision = 1, Status = "published", Author = new AuthorView { Name = author } };
}
