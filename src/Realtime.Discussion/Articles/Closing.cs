using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Articles;

/// <summary>End the discussion: no comments, edits or reactions from now on. Reading, and removing what is one's own, stay possible.</summary>
[GenerateSerializer, Immutable, Alias("close-thread")]
public sealed record CloseThread : ThreadCommand;

/// <summary>Go on with the discussion. From now on the thread no longer closes for its age.</summary>
[GenerateSerializer, Immutable, Alias("reopen-thread")]
public sealed record ReopenThread : ThreadCommand;

public sealed record ThreadClosed : ThreadEvent;

public sealed record ThreadReopened : ThreadEvent;

internal static class ClosingRules
{
    public static Decision Decide(ArticleThread thread, CloseThread command, DateTimeOffset now, HouseRules house) =>
        Refuse(thread, command, house)
        ?? (thread.IsClosed ? Decision.Already() : Decision.Accept(new ThreadClosed { At = now, By = command.Actor.Id }));

    public static Decision Decide(ArticleThread thread, ReopenThread command, DateTimeOffset now, HouseRules house) =>
        Refuse(thread, command, house)
        ?? (IsClosed(thread, now, house) ? Decision.Accept(new ThreadReopened { At = now, By = command.Actor.Id }) : Decision.Already());

    /// <summary>Also when its time has come and the alarm has not rung yet.</summary>
    public static bool IsClosed(ArticleThread thread, DateTimeOffset now, HouseRules house) => thread.IsClosed || DueAt(thread, house) <= now;

    /// <summary>When the thread closes by itself: at the time that was set for it, or when it is too old for its site.</summary>
    public static DateTimeOffset? DueAt(ArticleThread thread, HouseRules house)
    {
        if (thread.IsClosed) return null;
        var age = thread.IsKeptOpen ? null : (thread.Article?.PublishedAt ?? thread.BegunAt) + house.Site.Settings.CloseAfter;
        return age is null || thread.ClosesAt < age ? thread.ClosesAt : age;
    }

    internal static Decision? Refuse(ArticleThread thread, ThreadCommand command, HouseRules house)
    {
        if (!command.Actor.MayModerate && !command.Actor.MayPublish) return Decision.Refuse(RefusalCode.NotAllowed);
        return thread.Exists || house.Discussion.LazyArticles ? null : Decision.Refuse(RefusalCode.ArticleUnknown);
    }
}
