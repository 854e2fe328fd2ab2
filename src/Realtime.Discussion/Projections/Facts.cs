using Realtime.Discussion.Reports;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Projections;

/// <summary>What is told of a thread to those who follow it from outside.</summary>
public static class Facts
{
    /// <param name="key">The thread's.</param>
    /// <param name="thread">Its state.</param>
    /// <param name="position">Where the state is in the journal.</param>
    /// <param name="numbers">The comments to tell of.</param>
    public static ArticleFacts Of(ThreadKey key, ArticleThread thread, ThreadPosition position, IReadOnlyList<int> numbers) => new()
    {
        Thread = key,
        Position = position,
        Title = thread.Article?.Title,
        CommentCount = thread.PublishedCount,
        Comments = [.. numbers.Select(thread.Find).OfType<Comment>().Select(comment => Of(thread, comment))],
    };

    /// <summary>The sequences of the events that hold the present words of those that wait for a moderator.</summary>
    public static IReadOnlyList<long> WordsOfPending(ArticleThread thread, IReadOnlyList<int> numbers) =>
        [.. numbers.Select(thread.Find).Where(comment => comment?.Status == CommentStatus.Pending).Select(comment => comment!.BodyAt)];

    /// <summary>The same with what screening found in the words that these events hold.</summary>
    public static ArticleFacts WithFindings(ArticleFacts facts, IEnumerable<ThreadEvent> events)
    {
        var words = events.OfType<IGivesWords>().ToDictionary(one => one.Number);
        return facts with { Comments = [.. facts.Comments.Select(fact => words.TryGetValue(fact.Number, out var found) ? WithFindings(fact, found) : fact)] };
    }

    private static CommentFact WithFindings(CommentFact fact, IGivesWords words) => fact with
    {
        Findings = words.Findings ?? [],
        Tags = (words as CommentPosted)?.Tags ?? (words as CommentEdited)?.Tags ?? [],
    };

    private static CommentFact Of(ArticleThread thread, Comment comment) => new()
    {
        Number = comment.Number,
        Revision = comment.Revision,
        Status = comment.Status,
        Author = comment.Author,
        At = comment.CreatedAt,
        EditedAt = comment.EditedAt,
        ReplyTo = comment.ReplyTo,
        ReplyToAuthor = AuthorOf(thread, comment.ReplyTo),
        QuoteOf = comment.QuoteOf > 0 ? comment.QuoteOf : null,
        QuoteOfAuthor = AuthorOf(thread, comment.QuoteOf),
        Addressee = comment.Addressing.Addressee,
        Mentions = comment.Addressing.Mentions,
        Reports = OpenReports(comment),
        AnsweredReporters = [.. comment.Reports.Where(report => !IsOpen(comment, report)).Select(report => report.By)],
        Ruling = RulingOf(comment),
        AppealedAt = comment.AppealedAt,
        MovedTo = comment.MovedTo,
        HasBeenPublic = comment.HasBeenPublic,
        Badges = comment.Badges,
    };

    private static OpenReports? OpenReports(Comment comment)
    {
        var open = comment.Reports.Where(report => IsOpen(comment, report)).ToList();
        if (open.Count == 0) return null;
        var reasons = open.CountBy(report => report.Reason).OrderBy(reason => reason.Key, StringComparer.Ordinal).ToDictionary();
        return new OpenReports(open.Count(report => !report.IsDiscounted), reasons, open.Min(report => report.At), reasons.ContainsKey(Report.Illegal));
    }

    private static bool IsOpen(Comment comment, Report report) => comment.Judgement is not { } judgement || report.At > judgement.At;

    private static Ruling? RulingOf(Comment comment) => comment.Judgement is not { } judgement || KindOf(judgement.Decision) is not { } kind ? null : new Ruling
    {
        Kind = kind,
        By = judgement.By,
        At = judgement.At,
        Revision = judgement.Revision,
        Before = judgement.Before,
        Reason = judgement.Reason,
        Rule = judgement.Rule,
        Note = judgement.Note,
        AnswersAppeal = judgement.AnswersAppeal,
    };

    private static RulingKind? KindOf(string decision) => decision switch
    {
        Decisions.Approve or Decisions.Restore => RulingKind.Approved,
        Decisions.Reject => RulingKind.Rejected,
        Decisions.Hold => RulingKind.Held,
        _ => null,
    };

    private static UserId? AuthorOf(ArticleThread thread, int? number) =>
        number is { } found && thread.Find(found) is { } comment ? comment.Author.Id : null;
}
