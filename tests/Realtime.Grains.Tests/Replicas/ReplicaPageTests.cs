using Realtime.Discussion.Comments;
using Realtime.Discussion.Reading;
using Xunit;

namespace Realtime.Grains.Tests.Replicas;

public class ReplicaPageTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly ReplicaStage _stage = new();

    [Fact]
    public async Task A_page_shows_the_comments_at_its_position()
    {
        await _stage.SayAsync(Say.Post("ann", "c1"), Say.Post("ben", "c2", replyTo: 1));
        var replica = await _stage.OpenAsync();

        var page = await replica.PageAsync(ThreadSort.Oldest, null, 10, None);

        Assert.Equal(["<p>c1</p>", "<p>c2</p>"], page.Comments.Select(comment => comment.Html));
        Assert.Equal((replica.Position.ToString(), 2, 1), (page.Position, page.CommentCount, page.Comments[0].ReplyCount));
    }

    [Fact]
    public async Task A_hot_first_page_is_rendered_once_per_position()
    {
        await _stage.SayAsync(Say.Post("ann", "c1"));
        var replica = await _stage.OpenAsync();
        var first = await replica.PageAsync(ThreadSort.Newest, null, 10, None);

        Assert.Same(first, await replica.PageAsync(ThreadSort.Newest, null, 10, None));
        await _stage.SayAsync(Say.React("ben", 1));
        await replica.Fed.RepairAsync();
        Assert.Equal(1, Assert.Single((await replica.PageAsync(ThreadSort.Newest, null, 10, None)).Comments).Reactions["like"]);
    }

    [Fact]
    public async Task Words_are_read_from_the_journal_once()
    {
        await _stage.SayAsync(Say.Post("ann", "c1"), Say.Post("ann", "c2"));
        var replica = await _stage.OpenAsync();
        await replica.PageAsync(ThreadSort.Newest, null, 10, None);

        await replica.PageAsync(ThreadSort.Oldest, null, 10, None);

        Assert.Equal(1, _stage.Journal.Count("readAt"));
    }

    [Fact]
    public async Task A_comment_that_is_removed_while_its_words_are_being_read_is_not_shown()
    {
        await _stage.SayAsync(Say.Post("ann", "c1"));
        var replica = await _stage.OpenAsync();
        _stage.Journal.Before = async method =>
        {
            if (method != "readAt") return;
            _stage.Journal.Before = _ => Task.CompletedTask;
            await _stage.SayAsync(Say.Remove("ann", 1));
            await replica.Fed.RepairAsync();
        };

        var page = await replica.PageAsync(ThreadSort.Newest, null, 10, None);

        Assert.Equal(("removed", null), (page.Comments[0].Status, page.Comments[0].Html));
        Assert.Equal(replica.Position.ToString(), page.Position);
    }

    [Fact]
    public async Task Removed_words_are_served_neither_by_pages_nor_by_changes_nor_in_quotes()
    {
        await _stage.SayAsync(Say.Post("ann", "c1", "secret"));
        var replica = await _stage.OpenAsync();
        await _stage.SayAsync(Say.Post("ben", "c2", quote: new Quote(1, 1, "secret")), Say.Edit("ann", 1, 1, "secret too"), Say.Remove("ann", 1));
        await replica.Fed.RepairAsync();

        var page = await replica.PageAsync(ThreadSort.Newest, null, 10, None);
        var changes = await replica.ChangesAsync(default, 100, None);

        Assert.DoesNotContain("secret", System.Text.Json.JsonSerializer.Serialize((page, changes)), StringComparison.Ordinal);
        Assert.Null(page.Comments[0].Quote!.Text);
    }

    [Fact]
    public async Task The_words_of_every_revision_can_be_asked_for_even_of_a_removed_comment()
    {
        await _stage.SayAsync(Say.Post("ann", "c1", "first"), Say.Edit("ann", 1, 1, "second"));
        var replica = await _stage.OpenAsync();
        await _stage.SayAsync(Say.Remove("ann", 1));
        await replica.Fed.RepairAsync();

        Assert.Equal("first", (await replica.WordsAsync(1, 1, None))?.Body.Text);
        Assert.Equal("second", (await replica.WordsAsync(1, 2, None))?.Body.Text);
        Assert.Null(await replica.WordsAsync(1, 3, None));
        Assert.Equal(CommentStatus.Removed, replica.Facts(1)?.Status);
    }

    [Fact]
    public async Task An_edited_comment_keeps_its_quote()
    {
        await _stage.SayAsync(Say.Post("ann", "c1"), Say.Post("ben", "c2", quote: new Quote(1, 1, "c1")));
        var replica = await _stage.OpenAsync();
        await _stage.SayAsync(Say.Edit("ben", 2, 1, "edited"));
        await replica.Fed.RepairAsync();

        var comment = (await replica.CommentAsync(2, Viewer.Anybody, None))!.Comment;

        Assert.Equal(("<p>edited</p>", "c1"), (comment.Html, comment.Quote?.Text));
    }

    [Fact]
    public async Task A_corrupt_entry_is_a_tombstone()
    {
        await _stage.SayAsync(Say.Post("ann", "c1"), Say.Post("ben", "c2"), Say.Post("ann", "c3"));
        _stage.Journal.Inner.Corrupt(Say.Bridge.Journal, 2, [0xff, 0x00]);

        var replica = await _stage.OpenAsync();
        var page = await replica.PageAsync(ThreadSort.Oldest, null, 10, None);
        var changes = await replica.ChangesAsync(default, 10, None);

        Assert.Equal(["published", "unreadable", "published"], page.Comments.Select(comment => comment.Status));
        Assert.Equal(3, changes!.To);
    }

    [Fact]
    public async Task A_permalink_comes_with_the_nearest_hundred_comments_above_it()
    {
        await _stage.SayAsync([.. Enumerable.Range(1, 120).Select(i => Say.Post("ann", $"c{i}", replyTo: i == 1 ? null : i - 1))]);
        var replica = await _stage.OpenAsync();

        var context = (await replica.CommentAsync(120, Viewer.Anybody, None))!;

        Assert.Equal(Enumerable.Range(20, 100), context.Ancestors.Select(comment => comment.Number));
        Assert.True(context.MoreAncestors);
        Assert.Null(await replica.CommentAsync(121, Viewer.Anybody, None));
    }

    [Fact]
    public async Task A_long_thread_is_opened_from_its_snapshot_and_the_entries_behind_it()
    {
        await _stage.SayAsync([.. Enumerable.Range(1, 5_000).Select(i => Say.Post($"p{i % 50}", $"c{i}"))]);
        _stage.Journal.Calls.Clear();

        var replica = await _stage.OpenAsync();

        Assert.Equal(5_000, replica.CommentCount);
        Assert.Equal(["snapshot", "read"], _stage.Journal.Calls);
        Assert.Equal("<p>c5000</p>", (await replica.PageAsync(ThreadSort.Newest, null, 20, None)).Comments[0].Html);
    }
}
