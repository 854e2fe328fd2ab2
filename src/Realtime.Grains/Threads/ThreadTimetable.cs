using Realtime.Discussion.Articles;
using Realtime.Discussion.Pace;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;

namespace Realtime.Grains.Threads;

/// <summary>
/// Has the thread do by itself what its time has come for: close, or give up its guard. A timer is exact as long as the thread is in memory, the reminder wakes it
/// up when it is not. Decisions do not rest on either: what is due is so by the clock, the event only tells readers.
/// </summary>
internal sealed class ThreadTimetable(
    IGrainBase grain, ServedAggregate<ArticleThread, ThreadCommand, ThreadEvent> thread, ThreadAlarm alarm, Func<HouseRules> house, Serving serving)
{
    /// <summary>No timer counts longer; it is set anew then.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(1);

    private DateTimeOffset? _due;
    private IGrainTimer? _timer;
    private Task _alarmSet = Task.CompletedTask;
    private bool _isStopped;

    /// <summary>What is due next; called whenever that may have changed.</summary>
    public void Reconsider()
    {
        if (NextDue() is var due && due != _due) Await(due, TimeSpan.Zero);
    }

    /// <summary>Returns when the alarm is set for a time that is to be journalled next.</summary>
    public Task ExpectAsync(DateTimeOffset at) => InTurnAsync(() => alarm.SetAsync(at));

    /// <summary>Gives the commands of everything that is due; the others do nothing before their time.</summary>
    public async Task RingAsync()
    {
        var closed = await thread.ExecuteAsync(CloseWhenDue.Alarm);
        var ended = await thread.ExecuteAsync(EndGuardWhenDue.Alarm);
        var isDone = closed.Refusal is null && ended.Refusal is null;
        Await(NextDue(), isDone ? TimeSpan.Zero : BeforeRetry);
    }

    public void Stop()
    {
        _isStopped = true;
        _timer?.Dispose();
    }

    private DateTimeOffset? NextDue() => thread.State.Sequence == 0 ? null : ThreadRules.NextDue(thread.State, house());

    private void Await(DateTimeOffset? due, TimeSpan atLeast)
    {
        _due = due;
        _timer?.Dispose();
        _timer = due is { } at && !_isStopped ? TimerIn(WaitUntil(at, atLeast), RingAsync) : null;
        _ = FollowAsync();
    }

    private TimeSpan WaitUntil(DateTimeOffset due, TimeSpan atLeast)
    {
        var wait = due - serving.Time.GetUtcNow();
        return wait < atLeast ? atLeast : wait < Longest ? wait : Longest;
    }

    private IGrainTimer TimerIn(TimeSpan wait, Func<Task> ring) =>
        grain.RegisterGrainTimer(_ => ring(), new GrainTimerCreationOptions(wait, Timeout.InfiniteTimeSpan) { Interleave = true });

    /// <summary>The alarm to the time that is due now; off when nothing is.</summary>
    private async Task FollowAsync()
    {
        try
        {
            await InTurnAsync(() => _due is { } due ? alarm.SetAsync(due) : alarm.StopAsync());
        }
        catch (Exception e)
        {
            serving.Logger.AlarmNotSet(grain.GrainContext.GrainId.Key.ToString()!, e.Message);
            if (!_isStopped) TimerIn(BeforeRetry, FollowAsync);
        }
    }

    /// <summary>One after the other: of two settings under way at once either might be the last.</summary>
    private Task InTurnAsync(Func<Task> set)
    {
        return _alarmSet = BehindAsync(_alarmSet);

        async Task BehindAsync(Task before)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            await set();
        }
    }
}
