using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Replicas;
using Realtime.Grains.Tests.Journals;
using Realtime.Grains.Tests.Simulation;
using Realtime.Grains.Threads;
using Xunit;

namespace Realtime.Grains.Tests.Replicas;

public class ThreadReplicasTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly InterceptedJournal _journal = new();
    private readonly SimulatedTurns _turns = new();
    private readonly NoGrains _grains = new() { IsReachable = true };
    private readonly ThreadReplicas _replicas;

    public ThreadReplicasTests() =>
        _replicas = new ThreadReplicas(_journal, _grains, Options.Create(new ReplicaOptions()), _turns.Time, NullLogger<ThreadReplicas>.Instance);

    [Fact]
    public async Task Who_opens_at_the_same_time_shares_one_opening()
    {
        var release = new TaskCompletionSource();
        _journal.Before = method => method == "snapshot" ? release.Task : Task.CompletedTask;
        var openings = Enumerable.Range(0, 10).Select(_ => _replicas.OpenAsync(Say.Bridge, None).AsTask()).ToList();
        release.SetResult();

        var opened = await Task.WhenAll(openings);

        Assert.Single(opened.Distinct());
        Assert.Equal(1, _journal.Count("snapshot"));
    }

    [Fact]
    public async Task One_who_gives_up_waiting_does_not_end_the_opening_for_the_others()
    {
        var release = new TaskCompletionSource();
        _journal.Before = method => method == "snapshot" ? release.Task : Task.CompletedTask;
        using var impatience = new CancellationTokenSource();
        var (impatient, patient) = (_replicas.OpenAsync(Say.Bridge, impatience.Token).AsTask(), _replicas.OpenAsync(Say.Bridge, None).AsTask());
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        release.SetResult();

        Assert.Same(await patient, _replicas.Find(Say.Bridge));
    }

    [Fact]
    public async Task An_opening_that_failed_is_not_kept()
    {
        _journal.FailOnce("snapshot", new JournalUnavailableException("gone", outcomeUnknown: false));
        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await _replicas.OpenAsync(Say.Bridge, None));
        Assert.Null(_replicas.Find(Say.Bridge));

        Assert.NotNull(await _replicas.OpenAsync(Say.Bridge, None));
    }

    [Fact]
    public void A_copy_that_nobody_reads_is_closed_and_the_thread_told() => InTurns(async () =>
    {
        await OpenWatchedAsync();
        await PassAsync(TimeSpan.FromMinutes(3));

        await _replicas.Copies.CloseIdleAsync(new ReplicaOptions().IdleAfter);

        Assert.Null(_replicas.Find(Say.Bridge));
        Assert.Empty(_grains.Watching);
    });

    [Fact]
    public void A_copy_that_is_followed_or_was_read_lately_stays() => InTurns(async () =>
    {
        var replica = await OpenWatchedAsync();
        using (replica.Follow(() => { }))
        {
            await PassAsync(TimeSpan.FromMinutes(3));
            await _replicas.Copies.CloseIdleAsync(new ReplicaOptions().IdleAfter);
        }

        await replica.CommentAsync(1, Viewer.Anybody, None);
        await _replicas.Copies.CloseIdleAsync(new ReplicaOptions().IdleAfter);

        Assert.Same(replica, _replicas.Find(Say.Bridge));
    });

    [Fact]
    public void While_the_thread_cannot_be_reached_its_copy_is_kept_current_from_the_journal() => InTurns(async () =>
    {
        _grains.IsReachable = false;
        var replica = await _replicas.OpenAsync(Say.Bridge, None);
        var thread = Say.Serve(_journal.Inner, new WriterOptions(), _turns.Time, NullLogger.Instance);
        await thread.OpenAsync(None);
        var outcome = await thread.ExecuteAsync(Say.Post("ann", "c1"));

        Assert.True(await replica.ReachAsync(outcome.Position, TimeSpan.FromSeconds(5), None));
    });

    [Fact]
    public void A_watch_is_renewed_every_ten_seconds_give_or_take_a_third() => InTurns(async () =>
    {
        await OpenWatchedAsync();
        await NextWatchAsync();
        for (var renewals = 0; renewals < 20; renewals++) Assert.InRange((await NextWatchAsync()).TotalSeconds, 6.6, 13.4);
    });

    [Fact]
    public void When_its_silo_goes_the_thread_is_watched_anew_at_once() => InTurns(async () =>
    {
        await OpenWatchedAsync();

        _replicas.Copies.LeaveSilos(_ => true);

        Assert.InRange((await NextWatchAsync()).TotalSeconds, 0, 0.1);
    });

    [Fact]
    public void When_the_thread_moves_it_is_watched_anew_at_once() => InTurns(async () =>
    {
        await OpenWatchedAsync();

        await _grains.Watching[0].Moving();

        Assert.InRange((await NextWatchAsync()).TotalSeconds, 0, 0.1);
    });

    [Fact]
    public void A_renewal_uncovers_pushes_that_were_lost() => InTurns(async () =>
    {
        var replica = await OpenWatchedAsync();
        var thread = Say.Serve(_journal.Inner, new WriterOptions(), _turns.Time, NullLogger.Instance);
        await thread.OpenAsync(None);
        _grains.Position = (await thread.ExecuteAsync(Say.Post("ann", "c1"))).Position;

        Assert.True(await replica.ReachAsync(_grains.Position, TimeSpan.FromSeconds(25), None));
    });

    [Fact]
    public async Task A_command_whose_answer_does_not_come_is_a_refusal_worth_a_retry()
    {
        var commands = new ThreadCommands(_grains, NullLogger<ThreadCommands>.Instance);

        Assert.Equal(RefusalCode.StoreUnavailable, (await commands.ExecuteAsync(Say.Bridge, Say.Post("ann", "c1"))).Refusal?.Code);
    }

    private void InTurns(Func<Task> test) => _turns.Run(test, TimeSpan.FromHours(2));

    private Task PassAsync(TimeSpan time) => Task.Delay(time, _turns.Time);

    private async Task<ThreadReplica> OpenWatchedAsync()
    {
        var replica = await _replicas.OpenAsync(Say.Bridge, None);
        await PassAsync(TimeSpan.FromSeconds(2));
        Assert.Single(_grains.Watching);
        return (ThreadReplica)replica;
    }

    /// <summary>How long it takes until the thread is watched again.</summary>
    private async Task<TimeSpan> NextWatchAsync()
    {
        var (before, start) = (_grains.Watches, _turns.Time.GetUtcNow());
        while (_grains.Watches == before) await PassAsync(TimeSpan.FromMilliseconds(5));
        return _turns.Time.GetUtcNow() - start;
    }
}
