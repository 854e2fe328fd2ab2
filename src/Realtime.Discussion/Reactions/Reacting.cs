using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Reactions;

/// <summary>Give or take back one's own reaction of one kind. A person has at most one of each kind on a comment.</summary>
[GenerateSerializer, Immutable, Alias("set-reaction")]
public sealed record SetReaction : ThreadCommand
{
    [Id(0)]
    public required int Number { get; init; }

    [Id(1)]
    public required string Kind { get; init; }

    /// <summary>True to give it, false to take it back.</summary>
    [Id(2)]
    public required bool On { get; init; }
}

public sealed record ReactionChanged : ThreadEvent
{
    public required int Number { get; init; }

    public required string Kind { get; init; }

    public required bool On { get; init; }
}

internal static class ReactionRules
{
    public static Decision Decide(ArticleThread thread, SetReaction command, DateTimeOffset now, HouseRules house)
    {
        if (Admission.Refuse(command.Actor, now, house) is { } barred) return Decision.Refuse(barred);
        var shadowed = house.StandingOf(command.Actor.Id, now).IsShadowed;
        if (thread.Find(command.Number) is not { } comment) return Decision.Refuse(RefusalCode.CommentUnknown);
        if (!(shadowed && IsOwnHidden(comment, command)) && Targets.RefusePublic(comment) is { } missing) return Decision.Refuse(missing);
        var given = comment.Reactions.Has(command.Kind, command.Actor.Id);
        if (!given && !house.Discussion.Reactions.Contains(command.Kind)) return Decision.Refuse(RefusalCode.ReactionUnknown);
        if (given == command.On) return Decision.Already(comment.Number);
        if (ClosingRules.IsClosed(thread, now, house)) return Decision.Refuse(RefusalCode.ThreadClosed);
        if (shadowed) return Decision.Already(comment.Number);

        var changed = new ReactionChanged { At = now, By = command.Actor.Id, Number = comment.Number, Kind = command.Kind, On = command.On };
        return Decision.Accept(changed, comment.Number);
    }

    /// <summary>To a person who is shadow-banned their own comment looks like any other.</summary>
    private static bool IsOwnHidden(Comment comment, SetReaction command) => comment.Stands && comment.Author.Id == command.Actor.Id;
}
