using Realtime.Discussion.Appeals;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Threads;

namespace Realtime.Server.People;

/// <summary>Follows a thread's journal, and collects what one person wrote and did in it, and what became of that.</summary>
internal sealed class ThreadRecord(ThreadKey key, UserId person)
{
    private readonly ArticleThread _thread = new();
    private readonly SortedDictionary<int, Written> _comments = [];
    private readonly List<ExportedReaction> _reactions = [];
    private readonly List<ExportedReport> _reports = [];

    public void Take(ThreadEvent @event)
    {
        _thread.Apply(@event);
        var at = @event.At.UtcDateTime;
        switch (@event)
        {
            case CommentPosted posted when posted.By == person:
                Begin(posted.Number, posted.Name, new ExportedRevision(1, at, posted.Body.Text, posted.Body.Html, posted.Quote?.Text));
                break;
            case CommentReceived received when received.Author == person:
                Begin(received.Number, received.Name, new ExportedRevision(1, received.CreatedAt.UtcDateTime, received.Body.Text, received.Body.Html, received.Quote?.Text));
                break;
            case CommentEdited edited when _comments.TryGetValue(edited.Number, out var comment):
                comment.Revisions.Add(new ExportedRevision(edited.Revision, at, edited.Body.Text, edited.Body.Html, EditedBy: edited.EditedAs));
                break;
            case CommentDecided decided when _comments.TryGetValue(decided.Number, out var comment):
                comment.Decisions.Add(new ExportedDecision(at, decided.Decision, decided.Reason, decided.Rule, decided.Note));
                break;
            case RejectionAppealed appealed when appealed.By == person && _comments.TryGetValue(appealed.Number, out var comment):
                comment.Appeals.Add(new ExportedAppeal(at, appealed.Detail));
                break;
            case ReactionChanged reaction when reaction.By == person:
                _reactions.Add(new ExportedReaction(reaction.Number, reaction.Kind, reaction.On, at));
                break;
            case CommentReported reported when reported.By == person:
                _reports.Add(new ExportedReport(reported.Number, reported.Reason, reported.Detail, at));
                break;
        }
    }

    /// <summary>Null when the person was never here.</summary>
    public ExportedThread? ToExport() => _comments.Count + _reactions.Count + _reports.Count == 0 ? null : new ExportedThread
    {
        Article = key.Article.Value,
        Title = _thread.Article?.Title,
        Comments = [.. _comments.Select(written => Export(written.Key, written.Value))],
        Reactions = _reactions,
        Reports = _reports,
    };

    private void Begin(int number, string name, ExportedRevision first) => _comments.TryAdd(number, new Written(name, [first], [], []));

    private ExportedComment Export(int number, Written written)
    {
        var comment = _thread.Find(number);
        return new ExportedComment
        {
            Number = number,
            At = written.Revisions[0].At,
            Status = StatusNames.Of(comment?.Status is null or CommentStatus.Withheld ? CommentStatus.Published : comment.Status),
            ReplyTo = comment?.ReplyTo,
            Name = written.Name,
            Revisions = written.Revisions,
            Decisions = written.Decisions,
            Appeals = written.Appeals,
        };
    }

    private sealed record Written(string Name, List<ExportedRevision> Revisions, List<ExportedDecision> Decisions, List<ExportedAppeal> Appeals);
}
