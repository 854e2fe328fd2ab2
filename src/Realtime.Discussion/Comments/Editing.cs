using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Comments;

/// <summary>Replace a comment's body. Only its author may, within the edit window, and only knowing the revision that is replaced.</summary>
[GenerateSerializer, Immutable, Alias("edit-comment")]
public sealed record EditComment : ThreadCommand
{
    [Id(0)]
    public required int Number { get; init; }

    /// <summary>The revision the author was looking at.</summary>
    [Id(1)]
    public required int Revision { get; init; }

    [Id(2)]
    public required CommentBody Body { get; init; }

    /// <summary>The client's own id of this edit; a repetition of the last edit gets its answer instead of <c>stale_revision</c>.</summary>
    [Id(3)]
    public string? ClientEditId { get; init; }
}

public sealed record CommentEdited : ThreadEvent
{
    public required int Number { get; init; }

    /// <summary>The revision this edit makes, from 2.</summary>
    public required int Revision { get; init; }

    public string? ClientEditId { get; init; }

    public required CommentBody Body { get; init; }
}

internal static class EditingRules
{
    public static Decision Decide(ArticleThread thread, EditComment command, DateTimeOffset now, DiscussionRules rules)
    {
        if (thread.Find(command.Number) is not { } comment) return Decision.Refuse(RefusalCode.CommentUnknown);
        if (!comment.IsPublished) return Decision.Refuse(RefusalCode.CommentRemoved);
        if (comment.Author.Id != command.Actor.Id) return Decision.Refuse(RefusalCode.NotYours);
        if (command.ClientEditId is { } id && id == comment.LastEditId) return Decision.Already(comment.Number);
        if (thread.IsClosed) return Decision.Refuse(RefusalCode.ThreadClosed);
        if (command.Revision != comment.Revision) return Decision.Refuse(RefusalCode.StaleRevision, comment.Revision);
        if (now - comment.CreatedAt > rules.EditWindow) return Decision.Refuse(RefusalCode.EditWindowClosed);

        return Decision.Accept(new CommentEdited
        {
            At = now,
            By = command.Actor.Id,
            Number = comment.Number,
            Revision = comment.Revision + 1,
            ClientEditId = command.ClientEditId,
            Body = command.Body,
        }, comment.Number);
    }
}
