using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Pace;

/// <summary>How one thread is kept beyond what holds on its whole site; of two limits the stricter holds.</summary>
/// <param name="Review">Every comment waits for a moderator.</param>
/// <param name="SlowMode">How far apart the comments of one person must be; null for no limit of the thread's own.</param>
public sealed record ThreadMode(bool Review, TimeSpan? SlowMode = null)
{
    public static ThreadMode Usual { get; } = new(false);

    /// <summary>The thread's mode and its guard together, as readers are told it.</summary>
    public static ThreadMode Effective(ArticleThread thread) => new(
        thread.Mode.Review || thread.Guard is { Mode: FloodResponse.Review },
        SlowModeRules.Longer(thread.Mode.SlowMode, thread.Guard?.SlowMode));

    /// <summary><see cref="SlowMode"/> in whole seconds, rounded up.</summary>
    public int? SlowModeSeconds => SlowMode is { } slow ? (int)Math.Ceiling(slow.TotalSeconds) : null;
}

/// <summary>Set how the thread is kept, both at once. For moderators.</summary>
[GenerateSerializer, Immutable, Alias("set-thread-mode")]
public sealed record SetThreadMode : ThreadCommand
{
    public static readonly TimeSpan Slowest = TimeSpan.FromDays(1);

    [Id(0)]
    public bool Review { get; init; }

    /// <summary>At most <see cref="Slowest"/>; null for none.</summary>
    [Id(1)]
    public TimeSpan? SlowMode { get; init; }
}

public sealed record ThreadModeSet : ThreadEvent
{
    public required bool Review { get; init; }

    public TimeSpan? SlowMode { get; init; }
}

internal static class ThreadModeRules
{
    public static Decision Decide(ArticleThread thread, SetThreadMode command, DateTimeOffset now, HouseRules house)
    {
        if (!command.Actor.MayModerate) return Decision.Refuse(RefusalCode.NotAllowed);
        if (!thread.Exists && !house.Discussion.LazyArticles) return Decision.Refuse(RefusalCode.ArticleUnknown);
        if (command.SlowMode is { } slow && (slow <= TimeSpan.Zero || slow > SetThreadMode.Slowest)) return Decision.Refuse(RefusalCode.RequestMalformed);
        return thread.Mode == new ThreadMode(command.Review, command.SlowMode)
            ? Decision.Already()
            : Decision.Accept(new ThreadModeSet { At = now, By = command.Actor.Id, Review = command.Review, SlowMode = command.SlowMode });
    }
}
