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

internal static class RemovingRules
{
    public static Decision Decide(ArticleThread thread, RemoveComment command, DateTimeOffset now)
    {
        if (thread.Find(command.Number) is not { } comment) return Decision.Refuse(RefusalCode.CommentUnknown);
        if (comment.Status == CommentStatus.Unreadable) return Decision.Refuse(RefusalCode.CommentRemoved);
        if (comment.Author.Id != command.Actor.Id) return Decision.Refuse(RefusalCode.NotYours);
        return comment.IsPublished
            ? Decision.Accept(new CommentRemoved { At = now, By = command.Actor.Id, Number = comment.Number }, comment.Number)
            : Decision.Already(comment.Number);
    }
}
