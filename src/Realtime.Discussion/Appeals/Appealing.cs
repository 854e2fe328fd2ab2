using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Appeals;

/// <summary>Ask the moderators to look again at one's own comment that was rejected; once for each rejection. Possible for the suspended and banned too: it is their remedy (DSA, article 20).</summary>
[GenerateSerializer, Immutable, Alias("appeal-comment")]
public sealed record AppealComment : ThreadCommand
{
    [Id(0)]
    public required int Number { get; init; }

    /// <summary>Why, in the author's own words, checked by the host. Untrusted plain text: never show it as HTML.</summary>
    [Id(1)]
    public string? Detail { get; init; }
}

public sealed record RejectionAppealed : ThreadEvent
{
    public required int Number { get; init; }

    public string? Detail { get; init; }
}

internal static class AppealingRules
{
    public static Decision Decide(ArticleThread thread, AppealComment command, DateTimeOffset now)
    {
        if (thread.Find(command.Number) is not { } comment) return Decision.Refuse(RefusalCode.CommentUnknown);
        if (comment.Author.Id != command.Actor.Id) return Decision.Refuse(RefusalCode.NotYours);
        if (comment.Status != CommentStatus.Rejected || comment.Judgement is not { } rejection) return Decision.Refuse(RefusalCode.DecisionImpossible);
        if (comment.AppealedAt is not null) return Decision.Already(comment.Number, comment.Status);
        // The one who was appealed to has answered: the matter is closed here.
        if (rejection.AnswersAppeal) return Decision.Refuse(RefusalCode.DecisionImpossible);
        return Decision.Accept(new RejectionAppealed { At = now, By = command.Actor.Id, Number = comment.Number, Detail = command.Detail }, comment.Number, comment.Status);
    }
}
