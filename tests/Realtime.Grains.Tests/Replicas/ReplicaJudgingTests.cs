using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Grains.Tests.Replicas;

/// <summary>What a host serves of comments that wait, and of those that moderators took away or gave back.</summary>
public class ReplicaJudgingTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Viewer Ann = Viewer.Of(Say.Person("ann"));
    private static readonly Viewer Mo = Viewer.Of(Say.Person("mo", Roles.Moderator));
    private readonly ReplicaStage _stage = new();

    [Fact]
    public async Task A_comment_that_waits_is_served_to_its_author_and_to_moderators_only()
    {
        await _stage.SayAsync(Say.Post("ben", "c1"), Say.Post("ann", "c2", "waiting") with { Findings = [Say.Doubt] });
        var replica = await _stage.OpenAsync();

        Assert.Equal(1, Assert.Single((await replica.PageAsync(ThreadSort.Newest, null, 10, None)).Comments).Number);
        Assert.Null(await replica.CommentAsync(2, Viewer.Anybody, None));
        Assert.Null(await replica.CommentAsync(2, Viewer.Of(Say.Person("ben")), None));
        Assert.Equal(("pending", "<p>waiting</p>"), Told((await replica.CommentAsync(2, Ann, None))!.Comment));
        Assert.Equal(("pending", "<p>waiting</p>"), Told(Assert.Single((await replica.OwnAsync(new UserId("ann"), None)).Comments)));
        Assert.Empty((await replica.OwnAsync(new UserId("ben"), None)).Comments);
        Assert.Equal("suspect_word", Assert.Single((await replica.CommentAsync(2, Mo, None))!.Comment.Findings!).Code);
    }

    [Fact]
    public async Task Its_sequence_is_in_the_changes_and_it_comes_when_it_is_approved()
    {
        var replica = await _stage.OpenAsync();
        await _stage.SayAsync(Say.Post("ann", "c1") with { Findings = [Say.Doubt] });
        await replica.Fed.RepairAsync();
        var before = (await replica.ChangesAsync(default, 10, None))!;
        await _stage.SayAsync(Say.Decide("mo", 1, Decisions.Approve));
        await replica.Fed.RepairAsync();
        var after = (await replica.ChangesAsync(Parse(before.Position), 10, None))!;

        Assert.Equal((0, 1, 0), (before.From, before.To, before.Changes.Count));
        Assert.Equal(("posted", "<p>c1</p>"), (Assert.Single(after.Changes).Type, after.Changes[0].Comment!.Html));
    }

    [Fact]
    public async Task Rejected_words_leave_the_hosts_memory_and_come_back_from_the_journal()
    {
        await _stage.SayAsync(Say.Post("ann", "c1", "secret"));
        var replica = await _stage.OpenAsync();
        await replica.PageAsync(ThreadSort.Newest, null, 10, None);
        await _stage.SayAsync(Say.Decide("mo", 1, Decisions.Reject));
        await replica.Fed.RepairAsync();
        _stage.Journal.Calls.Clear();

        var page = await replica.PageAsync(ThreadSort.Newest, null, 10, None);
        var changes = await replica.ChangesAsync(default, 10, None);
        Assert.DoesNotContain("secret", System.Text.Json.JsonSerializer.Serialize((page, changes)), StringComparison.Ordinal);
        Assert.Equal("rejected", page.Comments[0].Status);

        await _stage.SayAsync(Say.Decide("may", 1, Decisions.Restore));
        await replica.Fed.RepairAsync();
        _stage.Journal.Calls.Clear();
        Assert.Equal("<p>secret</p>", (await replica.PageAsync(ThreadSort.Newest, null, 10, None)).Comments[0].Html);
        Assert.Equal(1, _stage.Journal.Count("readAt"));
    }

    [Fact]
    public async Task A_comment_that_is_told_twice_in_one_answer_is_told_with_its_words_both_times()
    {
        await _stage.SayAsync(Say.Post("ann", "c1"));
        var replica = await _stage.OpenAsync();
        await _stage.SayAsync(Say.Decide("mo", 1, Decisions.Pin), Say.Decide("mo", 1, Decisions.Unpin));
        await replica.Fed.RepairAsync();

        var changes = (await replica.ChangesAsync(new ThreadPosition(1, 1), 10, None))!.Changes;

        Assert.Equal(["<p>c1</p>", "<p>c1</p>"], changes.Select(change => change.Comment!.Html));
    }

    [Fact]
    public async Task A_person_gets_the_reactions_that_they_gave()
    {
        await _stage.SayAsync(Say.Post("ann", "c1"), Say.Post("ann", "c2"), Say.React("ben", 1));
        var replica = await _stage.OpenAsync();
        Assert.Equal(["like"], (await replica.OwnAsync(new UserId("ben"), None)).Reactions[1]);

        await _stage.SayAsync(Say.React("ben", 2), Say.React("ben", 1, on: false));
        await replica.Fed.RepairAsync();

        Assert.Equal([2], (await replica.OwnAsync(new UserId("ben"), None)).Reactions.Keys);
        Assert.Empty((await replica.OwnAsync(new UserId("ann"), None)).Reactions);
    }

    [Fact]
    public async Task Of_many_that_wait_the_newest_fifty_are_told_in_order()
    {
        await _stage.SayAsync([.. Enumerable.Range(1, 60).Select(i => Say.Post("ann", $"c{i}") with { Findings = [Say.Doubt] })]);
        var replica = await _stage.OpenAsync();

        Assert.Equal(Enumerable.Range(11, 50), (await replica.OwnAsync(new UserId("ann"), None)).Comments.Select(comment => comment.Number));
    }

    private static (string, string?) Told(CommentView view) => (view.Status, view.Html);

    private static ThreadPosition Parse(string text) => ThreadPosition.TryParse(text, out var position) ? position : throw new FormatException(text);
}
