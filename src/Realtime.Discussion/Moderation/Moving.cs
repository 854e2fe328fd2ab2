using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Moderation;

/// <summary>
/// Have a comment and everything below it go on under another article of the site. Here tombstones stay that say where; there the comments are received one by
/// one (<see cref="ReceiveComment"/>), by whoever projects this thread.
/// </summary>
[GenerateSerializer, Immutable, Alias("move-comments")]
public sealed record MoveComments : ThreadCommand
{
    /// <summary>The topmost comment that goes.</summary>
    [Id(0)]
    public required int Number { get; init; }

    /// <summary>Its revision that the moderator was looking at.</summary>
    [Id(1)]
    public required int Revision { get; init; }

    /// <summary>Checked by the host: it exists, and is another.</summary>
    [Id(2)]
    public required ArticleId To { get; init; }

    /// <summary>How many decisions about the topmost comment the moderator has seen; null when none but their own.</summary>
    [Id(3)]
    public int? After { get; init; }
}

public sealed record CommentsMoved : ThreadEvent
{
    /// <summary>The topmost.</summary>
    public required int Number { get; init; }

    /// <summary>All that go, in order, the topmost first.</summary>
    public required IReadOnlyList<int> Numbers { get; init; }

    public required ArticleId To { get; init; }

    /// <summary>The name the moderator had then.</summary>
    public required string Name { get; init; }
}

internal static class MovingRules
{
    public static Decision Decide(ArticleThread thread, MoveComments command, DateTimeOffset now)
    {
        if (!command.Actor.MayModerate) return Decision.Refuse(RefusalCode.NotAllowed);
        if (thread.Find(command.Number) is not { } comment) return Decision.Refuse(RefusalCode.CommentUnknown);
        if (comment.MovedTo == command.To) return Decision.Already(comment.Number, comment.Status);
        if (DecidingRules.RefuseUnseen(comment, command.Actor, command.Revision, command.After, Decisions.Move) is { } unseen) return unseen;
        if (!comment.Stands) return Decision.Refuse(RefusalCode.DecisionImpossible);
        return Decision.Accept(new CommentsMoved
        {
            At = now,
            By = command.Actor.Id,
            Name = command.Actor.Name,
            Number = comment.Number,
            Numbers = Subtree(thread, comment.Number),
            To = command.To,
        }, comment.Number, CommentStatus.Moved);
    }

    /// <summary>The comment and what hangs below it, where there still is something to move.</summary>
    private static List<int> Subtree(ArticleThread thread, int top) => [.. thread.Below(top).Prepend(top).Where(number => thread.Find(number)!.Stands)];
}
