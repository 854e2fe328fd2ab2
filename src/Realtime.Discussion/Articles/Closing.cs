using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Articles;

/// <summary>End the discussion: no comments, edits or reactions from now on. Reading, and removing what is one's own, stay possible.</summary>
[GenerateSerializer, Immutable, Alias("close-thread")]
public sealed record CloseThread : ThreadCommand;

[GenerateSerializer, Immutable, Alias("reopen-thread")]
public sealed record ReopenThread : ThreadCommand;

public sealed record ThreadClosed : ThreadEvent;

public sealed record ThreadReopened : ThreadEvent;

internal static class ClosingRules
{
    public static Decision Decide(ArticleThread thread, CloseThread command, DateTimeOffset now, DiscussionRules rules) =>
        Refuse(thread, command, rules)
        ?? (thread.IsClosed ? Decision.Already() : Decision.Accept(new ThreadClosed { At = now, By = command.Actor.Id }));

    public static Decision Decide(ArticleThread thread, ReopenThread command, DateTimeOffset now, DiscussionRules rules) =>
        Refuse(thread, command, rules)
        ?? (thread.IsClosed ? Decision.Accept(new ThreadReopened { At = now, By = command.Actor.Id }) : Decision.Already());

    internal static Decision? Refuse(ArticleThread thread, ThreadCommand command, DiscussionRules rules)
    {
        if (!command.Actor.MayModerate && !command.Actor.MayPublish) return Decision.Refuse(RefusalCode.NotAllowed);
        return thread.Exists || rules.LazyArticles ? null : Decision.Refuse(RefusalCode.ArticleUnknown);
    }
}
