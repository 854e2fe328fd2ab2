using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Realtime.Grains.Replicas;
using Realtime.Grains.Tests.Journals;
using Realtime.Grains.Threads;
using Xunit;

namespace Realtime.Grains.Tests.Replicas;

public class ThreadReplicaTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly InterceptedJournal _journal = new();
    private readonly FakeTimeProvider _time = new();
    private ServedThread? _thread;

    [Fact]
    public async Task A_page_shows_the_comments_at_its_position()
    {
        await SayAsync(Say.Post("ann", "c1"), Say.Post("ben", "c2", replyTo: 1));
        var replica = await OpenAsync();

        var page = await replica.PageAsync(ThreadSort.Oldest, null, 10, None);

        Assert.Equal(["<p>c1</p>", "<p>c2</p>"], page.Comments.Select(comment => comment.Html));
        Assert.Equal((replica.Position.ToString(), 2, 1), (page.Position, page.CommentCount, page.Comments[0].ReplyCount));
    }

    [Fact]
    public async Task A_hot_first_page_is_rendered_once_per_position()
    {
        await SayAsync(Say.Post("ann", "c1"));
        var replica = await OpenAsync();
        var first = await replica.PageAsync(ThreadSort.Newest, null, 10, None);

        Assert.Same(first, await replica.PageAsync(ThreadSort.Newest, null, 10, None));
        await SayAsync(Say.React("ben", 1));
        await replica.RepairAsync();
        Assert.Equal(1, Assert.Single((await replica.PageAsync(ThreadSort.Newest, null, 10, None)).Comments).Reactions["like"]);
    }

    [Fact]
    public async Task Words_are_read_from_the_journal_once()
    {
        await SayAsync(Say.Post("ann", "c1"), Say.Post("ann", "c2"));
        var replica = await OpenAsync();
        await replica.PageAsync(ThreadSort.Newest, null, 10, None);

        await replica.PageAsync(ThreadSort.Oldest, null, 10, None);

        Assert.Equal(1, _journal.Count("readAt"));
    }

    [Fact]
    public async Task A_comment_that_is_removed_while_its_words_are_being_read_is_not_shown()
    {
        await SayAsync(Say.Post("ann", "c1"));
        var replica = await OpenAsync();
        _journal.Before = async method =>
        {
            if (method != "readAt") return;
            _journal.Before = _ => Task.CompletedTask;
            await SayAsync(Say.Remove("ann", 1));
            await replica.RepairAsync();
        };

        var page = await replica.PageAsync(ThreadSort.Newest, null, 10, None);

        Assert.Equal(("removed", null), (page.Comments[0].Status, page.Comments[0].Html));
        Assert.Equal(replica.Position.ToString(), page.Position);
    }

    [Fact]
    public async Task Removed_words_are_served_neither_by_pages_nor_by_changes_nor_in_quotes()
    {
        await SayAsync(Say.Post("ann", "c1", "secret"));
        var replica = await OpenAsync();
        await SayAsync(Say.Post("ben", "c2", quote: new Quote(1, 1, "secret")), Say.Edit("ann", 1, 1, "secret too"), Say.Remove("ann", 1));
        await replica.RepairAsync();

        var page = await replica.PageAsync(ThreadSort.Newest, null, 10, None);
        var changes = await replica.ChangesAsync(default, 100, None);

        Assert.DoesNotContain("secret", System.Text.Json.JsonSerializer.Serialize((page, changes)), StringComparison.Ordinal);
        Assert.Null(page.Comments[0].Quote!.Text);
    }

    [Fact]
    public async Task The_words_of_every_revision_can_be_asked_for_even_of_a_removed_comment()
    {
        await SayAsync(Say.Post("ann", "c1", "first"), Say.Edit("ann", 1, 1, "second"));
        var replica = await OpenAsync();
        await SayAsync(Say.Remove("ann", 1));
        await replica.RepairAsync();

        Assert.Equal("first", (await replica.WordsAsync(1, 1, None))?.Body.Text);
        Assert.Equal("second", (await replica.WordsAsync(1, 2, None))?.Body.Text);
        Assert.Null(await replica.WordsAsync(1, 3, None));
        Assert.Equal(CommentStatus.Removed, replica.Facts(1)?.Status);
    }

    [Fact]
    public async Task An_edited_comment_keeps_its_quote()
    {
        await SayAsync(Say.Post("ann", "c1"), Say.Post("ben", "c2", quote: new Quote(1, 1, "c1")));
        var replica = await OpenAsync();
        await SayAsync(Say.Edit("ben", 2, 1, "edited"));
        await replica.RepairAsync();

        var comment = (await replica.CommentAsync(2, None))!.Comment;

        Assert.Equal(("<p>edited</p>", "c1"), (comment.Html, comment.Quote?.Text));
    }

    [Fact]
    public async Task Recent_changes_are_answered_at_once()
    {
        var replica = await OpenAsync();
        await SayAsync(Say.Post("ann", "c1"), Say.Post("ann", "c2"), Say.React("ben", 1));
        await replica.RepairAsync();
        var reads = _journal.Calls.Count;

        var asked = replica.ChangesAsync(new ThreadPosition(1, 1), 100, None);

        Assert.True(asked.IsCompletedSuccessfully);
        var changes = (await asked)!;
        Assert.Equal((1, 3, false), (changes.From, changes.To, changes.More));
        Assert.Equal(["posted", "reacted"], changes.Changes.Select(change => change.Type));
        Assert.Equal(reads, _journal.Calls.Count);
    }

    [Fact]
    public async Task Old_changes_are_read_from_the_journal_in_parts_that_meet()
    {
        await SayAsync([.. Enumerable.Range(1, 25).Select(i => Say.Post("ann", $"c{i}"))]);
        var replica = await OpenAsync();
        var (numbers, at) = (new List<int>(), default(ThreadPosition));
        for (var more = true; more;)
        {
            var changes = (await replica.ChangesAsync(at, 7, None))!;
            Assert.Equal(at.Sequence, changes.From);
            numbers.AddRange(changes.Changes.Select(change => change.Comment!.Number));
            Assert.True(ThreadPosition.TryParse(changes.Position, out at));
            more = changes.More;
        }

        Assert.Equal(Enumerable.Range(1, 25), numbers);
    }

    [Fact]
    public async Task A_position_of_another_epoch_is_answered_with_a_reset()
    {
        await SayAsync(Say.Post("ann", "c1"));
        var replica = await OpenAsync();

        Assert.Null(await replica.ChangesAsync(new ThreadPosition(7, 1), 10, None));
        Assert.Null(await replica.ChangesAsync(new ThreadPosition(1, 99), 10, None));
    }

    [Fact]
    public async Task A_position_that_another_host_reached_earlier_is_looked_up_in_the_journal()
    {
        var replica = await OpenAsync();
        await SayAsync(Say.Post("ann", "c1"), Say.Post("ann", "c2"));

        var changes = await replica.ChangesAsync(new ThreadPosition(1, 2), 10, None);

        Assert.Equal((2, 2), (changes!.From, changes.To));
    }

    [Fact]
    public async Task A_reader_of_a_thread_that_did_not_exist_goes_on_without_a_reset()
    {
        var replica = await OpenAsync();
        var before = replica.Position;
        await SayAsync(Say.Post("ann", "c1"));
        await replica.RepairAsync();

        Assert.Equal(1, Assert.Single((await replica.ChangesAsync(before, 10, None))!.Changes).Comment!.Number);
    }

    [Fact]
    public async Task A_corrupt_entry_is_a_tombstone()
    {
        await SayAsync(Say.Post("ann", "c1"), Say.Post("ben", "c2"), Say.Post("ann", "c3"));
        _journal.Inner.Corrupt(Say.Bridge.Journal, 2, [0xff, 0x00]);

        var replica = await OpenAsync();
        var page = await replica.PageAsync(ThreadSort.Oldest, null, 10, None);
        var changes = await replica.ChangesAsync(default, 10, None);

        Assert.Equal(["published", "unreadable", "published"], page.Comments.Select(comment => comment.Status));
        Assert.Equal(3, changes!.To);
    }

    [Fact]
    public async Task Pushed_batches_are_taken_in_once_and_in_order()
    {
        var (replica, entries) = await OpenBeforeAsync(4);
        await replica.RepairAsync(opening: 1);

        Assert.Equal(2, replica.Take(Batch(0, entries[..2])).Sequence);
        Assert.Equal(2, replica.Take(Batch(0, entries[..2])).Sequence);
        Assert.Equal(4, replica.Take(Batch(1, entries[1..])).Sequence);
        Assert.Equal(4, replica.CommentCount);
    }

    [Fact]
    public async Task A_gap_is_closed_from_the_journal()
    {
        var (replica, entries) = await OpenBeforeAsync(4);
        await replica.RepairAsync(opening: 1);
        await AppendAsync(entries);

        replica.Take(Batch(2, entries[2..]));

        Assert.True(await replica.ReachAsync(new ThreadPosition(1, 4), TimeSpan.FromSeconds(30), None));
    }

    [Fact]
    public async Task A_batch_of_a_writer_that_was_replaced_is_not_taken_in()
    {
        var (replica, entries) = await OpenBeforeAsync(2);
        await replica.RepairAsync(opening: 2);

        Assert.Equal(0, replica.Take(Batch(0, entries)).Sequence);
    }

    [Fact]
    public async Task A_waiter_is_released_by_the_step_that_reaches_its_position_and_by_no_other()
    {
        var (replica, entries) = await OpenBeforeAsync(2);
        await replica.RepairAsync(opening: 1);
        var (second, third) = (
            replica.ReachAsync(new ThreadPosition(1, 2), TimeSpan.FromMinutes(1), None).AsTask(), replica.ReachAsync(new ThreadPosition(1, 3), TimeSpan.FromMinutes(1), None).AsTask());

        replica.Take(Batch(0, entries));

        Assert.True(await second);
        Assert.False(third.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await third);
    }

    [Fact]
    public async Task Followers_hear_of_every_step_until_they_leave_and_one_that_fails_harms_nobody()
    {
        var (replica, entries) = await OpenBeforeAsync(2);
        await replica.RepairAsync(opening: 1);
        var heard = 0;
        using var failing = replica.Follow(() => throw new InvalidOperationException());
        var following = replica.Follow(() => heard++);

        replica.Take(Batch(0, entries[..1]));
        following.Dispose();
        replica.Take(Batch(1, entries[1..]));

        Assert.Equal(1, heard);
    }

    [Fact]
    public async Task A_permalink_comes_with_the_nearest_hundred_comments_above_it()
    {
        await SayAsync([.. Enumerable.Range(1, 120).Select(i => Say.Post("ann", $"c{i}", replyTo: i == 1 ? null : i - 1))]);
        var replica = await OpenAsync();

        var context = (await replica.CommentAsync(120, None))!;

        Assert.Equal(Enumerable.Range(20, 100), context.Ancestors.Select(comment => comment.Number));
        Assert.True(context.MoreAncestors);
        Assert.Null(await replica.CommentAsync(121, None));
    }

    [Fact]
    public async Task A_long_thread_is_opened_from_its_snapshot_and_the_entries_behind_it()
    {
        await SayAsync([.. Enumerable.Range(1, 5_000).Select(i => Say.Post($"p{i % 50}", $"c{i}"))]);
        _journal.Calls.Clear();

        var replica = await OpenAsync();

        Assert.Equal(5_000, replica.CommentCount);
        Assert.Equal(["snapshot", "read"], _journal.Calls);
        Assert.Equal("<p>c5000</p>", (await replica.PageAsync(ThreadSort.Newest, null, 20, None)).Comments[0].Html);
    }

    private async Task<ThreadReplica> OpenAsync()
    {
        var loaded = await ThreadLoader.LoadAsync(_journal, Say.Bridge.Journal, None);
        return new ThreadReplica(Say.Bridge, loaded, _journal, new ThreadReplicaOptions(), _time, NullLogger.Instance);
    }

    private async Task SayAsync(params ThreadCommand[] commands)
    {
        _thread ??= await ServeAsync(_journal);
        var outcomes = await Task.WhenAll(commands.Select(_thread.ExecuteAsync));
        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
    }

    private static async Task<ServedThread> ServeAsync(InterceptedJournal journal)
    {
        var thread = new ServedThread(Say.Bridge, journal, Say.Rules, new ThreadWriterOptions { QueueLimit = 10_000 }, TimeProvider.System, NullLogger.Instance);
        await thread.OpenAsync(None);
        return thread;
    }

    /// <summary>A copy of an empty journal, and entries as they would be pushed to it.</summary>
    private async Task<(ThreadReplica Replica, ReadOnlyMemory<byte>[] Entries)> OpenBeforeAsync(int comments)
    {
        var elsewhere = new InterceptedJournal();
        var thread = await ServeAsync(elsewhere);
        for (var i = 1; i <= comments; i++) await thread.ExecuteAsync(Say.Post("ann", $"c{i}"));
        await _journal.OpenAsync(Say.Bridge.Journal, None);
        return (await OpenAsync(), [.. (await elsewhere.ReadAsync(Say.Bridge.Journal, 0, comments, None)).Entries]);
    }

    private async Task AppendAsync(ReadOnlyMemory<byte>[] entries)
    {
        var opened = await _journal.OpenAsync(Say.Bridge.Journal, None);
        await _journal.AppendAsync(opened.Writer, opened.Head, entries, None);
    }

    private static ThreadBatch Batch(long after, ReadOnlyMemory<byte>[] entries) => new(1, after, after + entries.Length, 1, entries);
}
