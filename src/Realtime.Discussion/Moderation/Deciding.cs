using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Moderation;

/// <summary>
/// Decide about a comment, knowing what it says and what was decided before: a moderator who has seen less than there is hears what is new, and decides again.
/// Marks (feature, pin) are for everybody of the house, the rest is for moderators.
/// </summary>
[GenerateSerializer, Immutable, Alias("decide-comment")]
public sealed record DecideComment : ThreadCommand
{
    [Id(0)]
    public required int Number { get; init; }

    /// <summary>The revision that the moderator was looking at.</summary>
    [Id(1)]
    public required int Revision { get; init; }

    /// <summary>One of <see cref="Decisions.Verdicts"/> or <see cref="Decisions.Marks"/>.</summary>
    [Id(2)]
    public required string Decision { get; init; }

    /// <summary>One of <see cref="RejectReasons"/>; needed to reject.</summary>
    [Id(3)]
    public string? Reason { get; init; }

    /// <summary>The number of the rule of the policy that the comment breaks.</summary>
    [Id(4)]
    public int? Rule { get; init; }

    /// <summary>For the author, checked by the host. Untrusted plain text: never show it as HTML.</summary>
    [Id(5)]
    public string? Note { get; init; }

    /// <summary>How many decisions about the comment the moderator has seen; null when none but their own.</summary>
    [Id(6)]
    public int? After { get; init; }
}

public sealed record CommentDecided : ThreadEvent
{
    public required int Number { get; init; }

    /// <summary>The revision that was decided about.</summary>
    public required int Revision { get; init; }

    public required string Decision { get; init; }

    /// <summary>The name the moderator had then; their id is <see cref="JournalEvent.By"/>.</summary>
    public required string Name { get; init; }

    /// <summary><c>published</c>, <c>pending</c> or <c>rejected</c>, where that is another than before; else null.</summary>
    public string? Status { get; init; }

    public string? Reason { get; init; }

    public int? Rule { get; init; }

    public string? Note { get; init; }
}

internal static class DecidingRules
{
    public const int MaxPinned = 3;

    public static Decision Decide(ArticleThread thread, DecideComment command, DateTimeOffset now)
    {
        var isMark = Decisions.Marks.Contains(command.Decision);
        if (!(isMark ? command.Actor.IsOfTheHouse : command.Actor.MayModerate)) return Decision.Refuse(RefusalCode.NotAllowed);
        if (!isMark && !Decisions.Verdicts.Contains(command.Decision)) return Decision.Refuse(RefusalCode.DecisionUnknown);
        if (thread.Find(command.Number) is not { } comment) return Decision.Refuse(RefusalCode.CommentUnknown);
        return isMark ? Mark(thread, comment, command, now) : Judge(comment, command, now);
    }

    /// <summary>Null when this moderator has seen everything that was decided about the present revision; a restoration itself says that it knows of the rejection.</summary>
    internal static Decision? RefuseUnseen(Comment comment, Actor actor, int revision, int? after, string decision)
    {
        if (revision != comment.Revision) return Decision.Refuse(RefusalCode.StaleRevision, comment.Revision);
        if (comment.Judgement is not { } last || last.Revision != comment.Revision || last.By.Id == actor.Id || last.Count <= (after ?? 0)) return null;
        if (after is null && decision == Decisions.Restore && last.Decision == Decisions.Reject) return null;
        return Decision.Refuse(new Refusal(RefusalCode.AlreadyDecided) { Decided = new DecidedBefore(last.Decision, last.By, last.At) });
    }

    private static Decision Judge(Comment comment, DecideComment command, DateTimeOffset now)
    {
        if (!IsReasonKnown(command)) return Decision.Refuse(RefusalCode.DecisionReasonUnknown);
        if (IsRepeated(comment, command)) return Decision.Already(comment.Number, comment.Status);
        if (RefuseUnseen(comment, command.Actor, command.Revision, command.After, command.Decision) is { } unseen) return unseen;
        if (NewStatus(comment, command.Decision) is not { } status) return Decision.Refuse(RefusalCode.DecisionImpossible);
        if (status == comment.Status && (command.Decision == Decisions.Hold || comment.IsCleared)) return Decision.Already(comment.Number, status);
        var decided = Decided(comment, command, now) with { Status = status == comment.Status ? null : StatusNames.Of(status) };
        return Decision.Accept(decided, comment.Number, status);
    }

    private static Decision Mark(ArticleThread thread, Comment comment, DecideComment command, DateTimeOffset now)
    {
        if (command.Revision != comment.Revision) return Decision.Refuse(RefusalCode.StaleRevision, comment.Revision);
        if (!comment.IsPublished) return Decision.Refuse(RefusalCode.DecisionImpossible);
        var pins = command.Decision is Decisions.Pin or Decisions.Unpin;
        var sets = command.Decision is Decisions.Pin or Decisions.Feature;
        if (sets == (pins ? thread.Pinned.Contains(comment.Number) : comment.IsFeatured)) return Decision.Already(comment.Number, comment.Status);
        if (pins && sets && thread.Pinned.Count >= MaxPinned) return Decision.Refuse(RefusalCode.DecisionImpossible);
        return Decision.Accept(Decided(comment, command, now), comment.Number, comment.Status);
    }

    private static bool IsReasonKnown(DecideComment command) =>
        command.Reason is null ? command.Decision != Decisions.Reject : RejectReasons.All.Contains(command.Reason);

    private static bool IsRepeated(Comment comment, DecideComment command) =>
        comment.AppealedAt is null && comment.Judgement is { } last && last.By.Id == command.Actor.Id
        && (last.Decision, last.Revision, last.Reason, last.Rule, last.Note)
            == (command.Decision, command.Revision, command.Reason, command.Rule, command.Note);

    /// <summary>What the decision makes of the comment; null where it does not fit.</summary>
    private static CommentStatus? NewStatus(Comment comment, string decision) => decision switch
    {
        Decisions.Approve when comment.Stands => CommentStatus.Published,
        // A second time: its author has appealed, and in vain.
        Decisions.Reject when comment.Stands || comment.AppealedAt is not null => CommentStatus.Rejected,
        Decisions.Hold when comment.Status is CommentStatus.Published or CommentStatus.Pending or CommentStatus.Rejected => CommentStatus.Pending,
        Decisions.Restore when comment.Status == CommentStatus.Rejected => CommentStatus.Published,
        _ => null,
    };

    private static CommentDecided Decided(Comment comment, DecideComment command, DateTimeOffset now) => new()
    {
        At = now,
        By = command.Actor.Id,
        Name = command.Actor.Name,
        Number = comment.Number,
        Revision = comment.Revision,
        Decision = command.Decision,
        Reason = command.Reason,
        Rule = command.Rule,
        Note = command.Note,
    };
}
