using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Comments;

/// <summary>Take one's own comment away. Its number, its place and the replies to it stay; its words are served to nobody again.</summary>
[GenerateSerializer, Immutable, Alias("remove-comment")]
public sealed record RemoveComment : ThreadCommand
{
    [Id(0)]
    public required int Number { get; init; }
}

public sealed record CommentRemoved : ThreadEvent
{
    public required int Number { get; init; }
}

/// <summary>Nobody is kept from taking back what they said: neither a ban, nor a closed thread, nor a locked site is in the way.</summary>
internal static class RemovingRules
{
    public static Decision Decide(ArticleThread thread, RemoveComment command, DateTimeOffset now)
    {
        if (thread.Find(command.Number) is not { } comment) return Decision.Refuse(RefusalCode.CommentUnknown);
        if (comment.Author.Id != command.Actor.Id) return Decision.Refuse(RefuseOthers(comment, command));
        if (comment.Status == CommentStatus.Removed) return Decision.Already(comment.Number);
        return comment.Stands
            ? Decision.Accept(new CommentRemoved { At = now, By = command.Actor.Id, Number = comment.Number }, comment.Number)
            : Decision.Refuse(RefusalCode.CommentRemoved);
    }

    private static RefusalCode RefuseOthers(Comment comment, RemoveComment command) =>
        comment.Status == CommentStatus.Unreadable ? RefusalCode.CommentRemoved
        : comment.IsKnownTo(command.Actor) ? RefusalCode.NotYours
        : RefusalCode.CommentUnknown;
}
