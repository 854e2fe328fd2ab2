using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Grains.Tests.Replicas;

public class ReplicaChangesTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly ReplicaStage _stage = new();

    [Fact]
    public async Task Recent_changes_are_answered_at_once()
    {
        var replica = await _stage.OpenAsync();
        await _stage.SayAsync(Say.Post("ann", "c1"), Say.Post("ann", "c2"), Say.React("ben", 1));
        await replica.Fed.RepairAsync();
        var reads = _stage.Journal.Calls.Count;

        var asked = replica.ChangesAsync(new ThreadPosition(1, 1), 100, None);

        Assert.True(asked.IsCompletedSuccessfully);
        var changes = (await asked)!;
        Assert.Equal((1, 3, false), (changes.From, changes.To, changes.More));
        Assert.Equal(["posted", "reacted"], changes.Changes.Select(change => change.Type));
        Assert.Equal(reads, _stage.Journal.Calls.Count);
    }

    [Fact]
    public async Task Old_changes_are_read_from_the_journal_in_parts_that_meet()
    {
        await _stage.SayAsync([.. Enumerable.Range(1, 25).Select(i => Say.Post("ann", $"c{i}"))]);
        var replica = await _stage.OpenAsync();
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
        await _stage.SayAsync(Say.Post("ann", "c1"));
        var replica = await _stage.OpenAsync();

        Assert.Null(await replica.ChangesAsync(new ThreadPosition(7, 1), 10, None));
        Assert.Null(await replica.ChangesAsync(new ThreadPosition(1, 99), 10, None));
    }

    [Fact]
    public async Task A_position_that_another_host_reached_earlier_is_looked_up_in_the_journal()
    {
        var replica = await _stage.OpenAsync();
        await _stage.SayAsync(Say.Post("ann", "c1"), Say.Post("ann", "c2"));

        var changes = await replica.ChangesAsync(new ThreadPosition(1, 2), 10, None);

        Assert.Equal((2, 2), (changes!.From, changes.To));
    }

    [Fact]
    public async Task A_reader_of_a_thread_that_did_not_exist_goes_on_without_a_reset()
    {
        var replica = await _stage.OpenAsync();
        var before = replica.Position;
        await _stage.SayAsync(Say.Post("ann", "c1"));
        await replica.Fed.RepairAsync();

        Assert.Equal(1, Assert.Single((await replica.ChangesAsync(before, 10, None))!.Changes).Comment!.Number);
    }

    [Fact]
    public async Task A_reader_who_is_ahead_is_not_reset_because_the_journal_does_not_answer()
    {
        var (replica, entries) = await _stage.OpenBeforeAsync(2);
        await _stage.AppendAsync(entries);
        _stage.Journal.FailOnce("read", new JournalUnavailableException("away", outcomeUnknown: false));

        await Assert.ThrowsAsync<JournalUnavailableException>(() => replica.ChangesAsync(new ThreadPosition(1, 2), 10, None).AsTask());

        Assert.Equal((2, 2), ((await replica.ChangesAsync(new ThreadPosition(1, 2), 10, None))!.From, replica.CommentCount));
    }

    [Fact]
    public async Task Pushed_batches_are_taken_in_once_and_in_order()
    {
        var (replica, entries) = await _stage.OpenBeforeAsync(4);
        await replica.Fed.RepairAsync(opening: 1);

        Assert.Equal(2, replica.Fed.Take(ReplicaStage.Batch(0, entries[..2])).Sequence);
        Assert.Equal(2, replica.Fed.Take(ReplicaStage.Batch(0, entries[..2])).Sequence);
        Assert.Equal(4, replica.Fed.Take(ReplicaStage.Batch(1, entries[1..])).Sequence);
        Assert.Equal(4, replica.CommentCount);
    }

    [Fact]
    public async Task A_gap_is_closed_from_the_journal()
    {
        var (replica, entries) = await _stage.OpenBeforeAsync(4);
        await replica.Fed.RepairAsync(opening: 1);
        await _stage.AppendAsync(entries);

        replica.Fed.Take(ReplicaStage.Batch(2, entries[2..]));

        Assert.True(await replica.ReachAsync(new ThreadPosition(1, 4), TimeSpan.FromSeconds(30), None));
    }

    [Fact]
    public async Task A_batch_of_a_writer_that_was_replaced_is_not_taken_in()
    {
        var (replica, entries) = await _stage.OpenBeforeAsync(2);
        await replica.Fed.RepairAsync(opening: 2);

        Assert.Equal(0, replica.Fed.Take(ReplicaStage.Batch(0, entries)).Sequence);
    }

    [Fact]
    public async Task A_waiter_is_released_by_the_step_that_reaches_its_position_and_by_no_other()
    {
        var (replica, entries) = await _stage.OpenBeforeAsync(2);
        await replica.Fed.RepairAsync(opening: 1);
        var (second, third) = (
            replica.ReachAsync(new ThreadPosition(1, 2), TimeSpan.FromMinutes(1), None).AsTask(),
            replica.ReachAsync(new ThreadPosition(1, 3), TimeSpan.FromMinutes(1), None).AsTask());

        replica.Fed.Take(ReplicaStage.Batch(0, entries));

        Assert.True(await second);
        Assert.False(third.IsCompleted);
        _stage.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await third);
    }

    [Fact]
    public async Task Followers_hear_of_every_step_until_they_leave_and_one_that_fails_harms_nobody()
    {
        var (replica, entries) = await _stage.OpenBeforeAsync(2);
        await replica.Fed.RepairAsync(opening: 1);
        var heard = 0;
        using var failing = replica.Follow(() => throw new InvalidOperationException());
        var following = replica.Follow(() => heard++);

        replica.Fed.Take(ReplicaStage.Batch(0, entries[..1]));
        following.Dispose();
        replica.Fed.Take(ReplicaStage.Batch(1, entries[1..]));

        Assert.Equal(1, heard);
    }
}
