using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Pace;

/// <summary>What a flooded thread is kept by for a while.</summary>
/// <param name="Mode">Slowed down, or reviewed.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="SlowMode">How far apart one person's comments must be meanwhile; null in a review.</param>
public sealed record Guard(FloodResponse Mode, DateTimeOffset Until, TimeSpan? SlowMode = null);

/// <summary>The thread's own alarm: take the guard away if its time has come.</summary>
[GenerateSerializer, Immutable, Alias("end-guard-when-due")]
public sealed record EndGuardWhenDue : ThreadCommand
{
    public static EndGuardWhenDue Alarm { get; } = new() { Actor = Alarms.Actor };
}

public sealed record GuardEnded : ThreadEvent;

/// <summary>The flood guard needs nobody: the comment that is one too many brings it with it, in its own event, and the thread's alarm ends it.</summary>
internal static class FloodGuarding
{
    /// <summary>The guard that one more comment sets off; null when there is no flood, or one is on already.</summary>
    public static Guard? Trip(ArticleThread thread, DateTimeOffset now, HouseRules house)
    {
        var settings = house.Site.Settings.FloodGuard;
        if (settings.Comments is not { } most || thread.GuardAt(now) is not null || !HasSince(thread, most, now - settings.Within)) return null;
        return new Guard(settings.Response, now + settings.For, settings.Response == FloodResponse.SlowMode ? settings.SlowMode : null);
    }

    public static Decision Decide(ArticleThread thread, EndGuardWhenDue command, DateTimeOffset now) =>
        thread.Guard is { } guard && guard.Until <= now ? Decision.Accept(new GuardEnded { At = now, By = command.Actor.Id }) : Decision.Already();

    /// <summary>Whether that many comments came after a time. What only its author sees floods nobody, nor does what was moved here.</summary>
    private static bool HasSince(ArticleThread thread, int comments, DateTimeOffset since)
    {
        var left = comments;
        for (var number = thread.LastNumber; number > 0 && left > 0; number--)
        {
            var comment = thread.Find(number)!;
            if (comment.Origin is not null || comment.Status is CommentStatus.Unreadable or CommentStatus.Withheld) continue;
            if (comment.CreatedAt <= since) return false;
            left--;
        }

        return left <= 0;
    }
}
