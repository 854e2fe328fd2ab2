using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Appeals;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Pace;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reports;

namespace Realtime.Discussion.Threads;

/// <summary>
/// The one place where a command meets the thread's state: pure and static, no clock, no I/O, no random ids. The same state, command and
/// time always give the same decision.
/// </summary>
public static class ThreadRules
{
    public static Decision Decide(ArticleThread thread, ThreadCommand command, DateTimeOffset now, HouseRules house) => command switch
    {
        PostComment post => PostingRules.Decide(thread, post, now, house),
        EditComment edit => EditingRules.Decide(thread, edit, now, house),
        RemoveComment remove => RemovingRules.Decide(thread, remove, now),
        SetReaction reaction => ReactionRules.Decide(thread, reaction, now, house),
        ReportComment report => ReportingRules.Decide(thread, report, now, house),
        AppealComment appeal => AppealingRules.Decide(thread, appeal, now),
        DecideComment decide => DecidingRules.Decide(thread, decide, now),
        MoveComments move => MovingRules.Decide(thread, move, now),
        ReceiveComment receive => ReceivingRules.Decide(thread, receive, now, house),
        DescribeArticle describe => ArticleRules.Decide(thread, describe, now),
        CloseThread close => ClosingRules.Decide(thread, close, now, house),
        ReopenThread reopen => ClosingRules.Decide(thread, reopen, now, house),
        ScheduleClose schedule => ScheduledClosingRules.Decide(thread, schedule, now, house),
        CloseWhenDue due => ScheduledClosingRules.Decide(thread, due, now, house),
        SetThreadMode mode => ThreadModeRules.Decide(thread, mode, now, house),
        EndGuardWhenDue due => FloodGuarding.Decide(thread, due, now),
        ErasePerson erase => ErasingRules.Decide(thread, erase, now),
        _ => throw new ArgumentException($"No rule for {command.GetType().Name}.", nameof(command)),
    };

    /// <summary>
    /// When the thread must act by itself next: give it <see cref="CloseWhenDue"/> and <see cref="EndGuardWhenDue"/> then, either does nothing before its time. Null
    /// for never. Every command may change it, and so may the site's settings.
    /// </summary>
    public static DateTimeOffset? NextDue(ArticleThread thread, HouseRules house)
    {
        var (closes, ends) = (ClosingRules.DueAt(thread, house), thread.Guard?.Until);
        return closes is null || ends < closes ? ends : closes;
    }
}
