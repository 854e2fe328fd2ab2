using System.Text.Json.Serialization;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Queue;

/// <summary>A comment that waits for a moderator. Without its words: the desk reads those from the thread, as they are at that moment.</summary>
public sealed record QueueItem
{
    /// <summary>Reporters from which on a comment comes before those that are merely held.</summary>
    public const int ManyReporters = 3;

    private static readonly string[] StepsAboutWords = [StepNames.Words, StepNames.PersonalAttacks, StepNames.Toxicity, StepNames.External];

    public required ArticleId Article { get; init; }

    public required int Number { get; init; }

    /// <summary>How the thread was when this was true of the comment.</summary>
    public required ThreadPosition Through { get; init; }

    public required QueueState State { get; init; }

    public required QueueRank Rank { get; init; }

    /// <summary>Since when it waits.</summary>
    public required DateTimeOffset Since { get; init; }

    public required int Revision { get; init; }

    public required Author Author { get; init; }

    public required DateTimeOffset At { get; init; }

    public int? ReplyTo { get; init; }

    public string? Title { get; init; }

    public OpenReports? Reports { get; init; }

    public IReadOnlyList<Finding>? Findings { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    [JsonIgnore]
    public QueueKey Key => new(Article, Number);

    [JsonIgnore]
    public QueuePlace Place => new(Rank, Since, Key);

    /// <summary>The item that a fact makes; null when no moderator need look at the comment.</summary>
    public static QueueItem? Of(ArticleFacts facts, CommentFact fact) => Waiting(fact) is not var (state, since) ? null : new QueueItem
    {
        Article = facts.Thread.Article,
        Number = fact.Number,
        Through = facts.Position,
        State = state,
        Rank = RankOf(state, fact),
        Since = since,
        Revision = fact.Revision,
        Author = fact.Author,
        At = fact.At,
        ReplyTo = fact.ReplyTo,
        Title = facts.Title,
        Reports = fact.Reports,
        Findings = fact.Findings is { Count: > 0 } findings ? findings : null,
        Tags = fact.Tags is { Count: > 0 } tags ? tags : null,
    };

    private static (QueueState State, DateTimeOffset Since)? Waiting(CommentFact fact) => fact switch
    {
        { Status: CommentStatus.Pending, Ruling: { Kind: RulingKind.Held } held } => (QueueState.Pending, held.At),
        { Status: CommentStatus.Pending } => (QueueState.Pending, fact.EditedAt ?? fact.At),
        { Status: CommentStatus.Rejected, AppealedAt: { } appealed } => (QueueState.Appealed, appealed),
        { Status: not CommentStatus.Published } => null,
        { Reports: { } reports } => (QueueState.Reported, reports.Since),
        { Ruling: null } => (QueueState.New, fact.At),
        { Ruling: { } ruling } when ruling.Revision < fact.Revision => (QueueState.New, fact.EditedAt ?? fact.At),
        _ => null,
    };

    private static QueueRank RankOf(QueueState state, CommentFact fact) => (state, fact.Reports) switch
    {
        (_, { IsUrgent: true }) => QueueRank.Illegal,
        (QueueState.Pending, _) when fact.Findings.Any(IsAboutWords) => QueueRank.Suspect,
        (QueueState.Pending or QueueState.Reported, { Reporters: >= ManyReporters }) => QueueRank.ManyReports,
        (QueueState.Pending, _) => QueueRank.Pending,
        (QueueState.Appealed, _) => QueueRank.Appealed,
        (QueueState.Reported, _) => QueueRank.Reported,
        _ => QueueRank.New,
    };

    private static bool IsAboutWords(Finding finding) => finding.Verdict == Verdict.Reject || StepsAboutWords.Contains(finding.Step);
}
