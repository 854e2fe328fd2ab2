using Realtime.Discussion.Appeals;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Pace;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Audit;

/// <summary>Tells of a thread's events what happened, by whom and why: give it every entry from the first on, in order. It knows what was before each.</summary>
public sealed class AuditTrail
{
    private readonly ArticleThread _thread = new();
    private readonly Dictionary<UserId, string> _names = [];

    /// <summary>What this one did; null of an entry that says nothing to this program.</summary>
    public AuditEvent? Take(ThreadEvent @event)
    {
        if (NameIn(@event) is { Name.Length: > 0 } known) _names[known.Id] = known.Name;
        var number = NumberOf(@event);
        var before = StatusOf(number);
        _thread.Apply(@event);
        if (@event is Unreadable or Unknown) return null;
        var after = StatusOf(number);
        return Tell(@event) with
        {
            Number = number,
            Before = before == after ? null : before,
            Status = before == after && @event is not CommentDecided ? null : after,
        };
    }

    private AuditEvent Tell(ThreadEvent @event)
    {
        var told = new AuditEvent { Sequence = _thread.Sequence, At = @event.At.UtcDateTime, Type = KindOf(@event), By = Person(@event.By) };
        return @event switch
        {
            CommentPosted posted => told with { Revision = 1, ReplyTo = posted.ReplyTo, Text = TextOf(posted) },
            CommentReceived received => told with { Revision = 1, ReplyTo = received.ReplyTo, From = received.From.Article.Value, Author = Person(received.Author), Text = TextOf(received) },
            CommentEdited edited => told with { Revision = edited.Revision, EditedAs = edited.EditedAs, Text = TextOf(edited) },
            ReactionChanged reaction => told with { Reaction = reaction.Kind, On = reaction.On },
            CommentReported reported => told with { Revision = reported.Revision, Reason = reported.Reason, Detail = reported.Detail },
            CommentDecided decided => told with
                { Revision = decided.Revision, Decision = decided.Decision, Reason = decided.Reason, Rule = decided.Rule, Note = decided.Note },
            RejectionAppealed appealed => told with { Detail = appealed.Detail },
            CommentsMoved moved => told with { Decision = Decisions.Move, Numbers = moved.Numbers, To = moved.To.Value },
            CloseScheduled scheduled => told with { Until = scheduled.ClosesAt?.UtcDateTime },
            ThreadModeSet set => told with { Review = set.Review, SlowMode = (int?)set.SlowMode?.TotalSeconds },
            ArticleDescribed described => told with { Title = described.Article.Title },
            PersonErased erased => told with { Numbers = erased.Comments },
            _ => told,
        };
    }

    private static int? NumberOf(ThreadEvent @event) => @event switch
    {
        CommentPosted posted => posted.Number,
        CommentReceived received => received.Number,
        CommentEdited edited => edited.Number,
        CommentRemoved removed => removed.Number,
        ReactionChanged reaction => reaction.Number,
        CommentReported reported => reported.Number,
        CommentDecided decided => decided.Number,
        RejectionAppealed appealed => appealed.Number,
        CommentsMoved moved => moved.Number,
        _ => null,
    };

    private static Author? NameIn(ThreadEvent @event) => @event switch
    {
        CommentPosted posted => new Author(posted.By, posted.Name),
        CommentReceived received => new Author(received.Author, received.Name),
        CommentDecided decided => new Author(decided.By, decided.Name),
        CommentsMoved moved => new Author(moved.By, moved.Name),
        _ => null,
    };

    private static string KindOf(ThreadEvent @event) => ThreadEventCodec.KindOf(@event);

    private static string? TextOf(IGivesWords given) => given.Body.Text is { Length: > 0 } text ? text : null;

    private string? StatusOf(int? number) => number is { } of && _thread.Find(of) is { } comment ? StatusNames.Of(comment.Status) : null;

    /// <summary>By the last name that this thread knows of them.</summary>
    private AuthorView Person(UserId user) => new() { Id = user.Value, Name = _names.GetValueOrDefault(user, "") };
}
