using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Pace;

/// <summary>Comments of one person in one thread must be apart. What they have taken away since counts too, else it would be no limit.</summary>
internal static class SlowModeRules
{
    public static Refusal? Refuse(ArticleThread thread, Actor actor, DateTimeOffset now, HouseRules house)
    {
        if (actor.IsOfTheHouse || Apart(thread, now, house) is not { } apart) return null;
        return LastPostOf(thread, actor.Id) + apart is { } until && now < until ? new Refusal(RefusalCode.SlowMode) { Until = until } : null;
    }

    /// <summary>The strictest of the site's, the thread's and the flood guard's.</summary>
    private static TimeSpan? Apart(ArticleThread thread, DateTimeOffset now, HouseRules house) =>
        Longer(house.Site.Settings.SlowMode, Longer(thread.Mode.SlowMode, thread.GuardAt(now)?.SlowMode));

    internal static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => one is null || one < other ? other : one;

    private static DateTimeOffset? LastPostOf(ArticleThread thread, UserId person)
    {
        var numbers = thread.CommentsOf(person);
        for (var i = numbers.Count - 1; i >= 0; i--)
            if (thread.Find(numbers[i]) is { Origin: null } comment)
                return comment.CreatedAt;
        return null;
    }
}
