using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reports;

namespace Realtime.Discussion.Threads;

/// <summary>
/// The one place where a command meets the thread's state: pure and static, no clock, no I/O, no random ids. The same state, command and
/// time always give the same decision.
/// </summary>
public static class ThreadRules
{
    public static Decision Decide(ArticleThread thread, ThreadCommand command, DateTimeOffset now, HouseRules house) =>
        Decide(thread, command, now, house.Discussion);

    private static Decision Decide(ArticleThread thread, ThreadCommand command, DateTimeOffset now, DiscussionRules rules) => command switch
    {
        PostComment post => PostingRules.Decide(thread, post, now, rules),
        EditComment edit => EditingRules.Decide(thread, edit, now, rules),
        RemoveComment remove => RemovingRules.Decide(thread, remove, now),
        SetReaction reaction => ReactionRules.Decide(thread, reaction, now, rules),
        ReportComment report => ReportingRules.Decide(thread, report, now, rules),
        DescribeArticle describe => ArticleRules.Decide(thread, describe, now),
        CloseThread close => ClosingRules.Decide(thread, close, now, rules),
        ReopenThread reopen => ClosingRules.Decide(thread, reopen, now, rules),
        ScheduleClose schedule => ScheduledClosingRules.Decide(thread, schedule, now, rules),
        CloseWhenDue due => ScheduledClosingRules.Decide(thread, due, now),
        _ => throw new ArgumentException($"No rule for {command.GetType().Name}.", nameof(command)),
    };
}
