using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Articles;

/// <summary>End the discussion by itself at a time, or take that back. For moderators and publishers.</summary>
[GenerateSerializer, Immutable, Alias("schedule-close")]
public sealed record ScheduleClose : ThreadCommand
{
    /// <summary>When, to the second; null takes the closing back. A time that has passed means now.</summary>
    [Id(0)]
    public DateTimeOffset? ClosesAt { get; init; }
}

/// <summary>The thread's own alarm: close if the time has come, or the thread has become too old. Whoever may not close a thread may not give it either.</summary>
[GenerateSerializer, Immutable, Alias("close-when-due")]
public sealed record CloseWhenDue : ThreadCommand
{
    /// <summary>The alarm of this thread, who acts for the person that set it.</summary>
    public static CloseWhenDue Alarm { get; } = new() { Actor = Alarms.Actor };
}

public sealed record CloseScheduled : ThreadEvent
{
    /// <summary>Null: no longer.</summary>
    public DateTimeOffset? ClosesAt { get; init; }
}

internal static class ScheduledClosingRules
{
    public static Decision Decide(ArticleThread thread, ScheduleClose command, DateTimeOffset now, HouseRules house)
    {
        if (ClosingRules.Refuse(thread, command, house) is { } refusal) return refusal;
        if (ClosingRules.IsClosed(thread, now, house)) return Decision.Refuse(RefusalCode.ThreadClosed);
        if (command.ClosesAt == thread.ClosesAt) return Decision.Already();
        if (command.ClosesAt <= now) return Decision.Accept(new ThreadClosed { At = now, By = command.Actor.Id });
        return Decision.Accept(new CloseScheduled { At = now, By = command.Actor.Id, ClosesAt = command.ClosesAt });
    }

    public static Decision Decide(ArticleThread thread, CloseWhenDue command, DateTimeOffset now, HouseRules house) =>
        ClosingRules.DueAt(thread, house) <= now ? Decision.Accept(new ThreadClosed { At = now, By = command.Actor.Id }) : Decision.Already();
}
