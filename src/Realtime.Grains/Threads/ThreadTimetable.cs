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

    private DateTimeOffset? _due;
    private IGrainTimer? _timer;

    /// <summary>What is due next; called whenever that may have changed.</summary>
    public void Reconsider()
    {
        if (thread.State.Sequence == 0 || ThreadRules.NextDue(thread.State, house()) is not { } due)
        {
            _timer?.Dispose();
            (_timer, _due) = (null, null);
            return;
        }

        if (due == _due) return;
        _due = due;
        _timer?.Dispose();
        _timer = grain.RegisterGrainTimer(_ => RingAsync(), new GrainTimerCreationOptions(WaitUntil(due), Timeout.InfiniteTimeSpan) { Interleave = true });
        _ = SetAlarmAsync(due);
    }

    /// <summary>Gives the commands of everything that is due; the others do nothing before their time. False when they could not be given.</summary>
    public async Task<bool> RingAsync()
    {
        var closed = await thread.ExecuteAsync(CloseWhenDue.Alarm);
        var ended = await thread.ExecuteAsync(EndGuardWhenDue.Alarm);
        _due = null;
        Reconsider();
        return closed.Refusal is null && ended.Refusal is null;
    }

    public void Stop() => _timer?.Dispose();

    private TimeSpan WaitUntil(DateTimeOffset due)
    {
        var wait = due - serving.Time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < Longest ? wait : Longest;
    }

    private async Task SetAlarmAsync(DateTimeOffset due)
    {
        try
        {
            await alarm.SetAsync(due);
        }
        catch (Exception e)
        {
            serving.Logger.AlarmNotSet(grain.GrainContext.GrainId.Key.ToString()!, e.Message);
        }
    }
}
