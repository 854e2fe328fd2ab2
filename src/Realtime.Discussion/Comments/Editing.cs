using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Comments;

/// <summary>
/// Replace a comment's body, knowing the revision that is replaced. Its author may within the edit window; moderators and staff may at any time, and it
/// shows that they did.
/// </summary>
[GenerateSerializer, Immutable, Alias("edit-comment")]
public sealed record EditComment : ThreadCommand
{
    [Id(0)]
    public required int Number { get; init; }

    /// <summary>The revision the person was looking at.</summary>
    [Id(1)]
    public required int Revision { get; init; }

    [Id(2)]
    public required CommentBody Body { get; init; }

    /// <summary>The client's own id of this edit; a repetition of the last edit gets its answer instead of <c>stale_revision</c>.</summary>
    [Id(3)]
    public string? ClientEditId { get; init; }

    /// <summary>What screening found in the new words: one finding that says hold, and the comment leaves readers' pages until a moderator has seen it.</summary>
    [Id(4)]
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The participant whom the new words begin by naming.</summary>
    [Id(5)]
    public UserId? Addressee { get; init; }

    [Id(6)]
    public IReadOnlyList<UserId> Mentions { get; init; } = [];

    /// <summary>Labels that the external hook has put on the new words.</summary>
    [Id(7)]
    public IReadOnlyList<string> Tags { get; init; } = [];
}

public sealed record CommentEdited : ThreadEvent, IGivesWords
{
    public required int Number { get; init; }

    /// <summary>The revision this edit makes, from 2.</summary>
    public required int Revision { get; init; }

    public string? ClientEditId { get; init; }

    public required CommentBody Body { get; init; }

    /// <summary><c>pending</c> or <c>withheld</c> when the edit takes the comment from readers; else null.</summary>
    public string? Status { get; init; }

    /// <summary><c>moderator</c> or <c>staff</c> when it was not the author; their id is <see cref="JournalEvent.By"/>.</summary>
    public string? EditedAs { get; init; }

    public IReadOnlyList<Finding>? Findings { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public UserId? Addressee { get; init; }

    public IReadOnlyList<UserId>? Mentions { get; init; }

    Quote? IGivesWords.Quote => null;

    public ThreadEvent With(CommentBody body) => this with { Body = body };
}

internal static class EditingRules
{
    public static Decision Decide(ArticleThread thread, EditComment command, DateTimeOffset now, HouseRules house)
    {
        if (thread.Find(command.Number) is not { } comment) return Decision.Refuse(RefusalCode.CommentUnknown);
        if (Targets.Refuse(comment, command.Actor) is { } missing) return Decision.Refuse(missing);
        var own = comment.Author.Id == command.Actor.Id;
        if (!own && RoleOf(command.Actor) is null) return Decision.Refuse(RefusalCode.NotYours);
        if (command.ClientEditId is { } id && id == comment.LastEditId) return Decision.Already(comment.Number, comment.Status);
        if (Admission.Refuse(command.Actor, now, house) is { } barred) return Decision.Refuse(barred);
        if (own && ClosingRules.IsClosed(thread, now, house)) return Decision.Refuse(RefusalCode.ThreadClosed);
        if (command.Revision != comment.Revision) return Decision.Refuse(RefusalCode.StaleRevision, comment.Revision);
        if (own && now - comment.CreatedAt > house.Discussion.EditWindow) return Decision.Refuse(RefusalCode.EditWindowClosed);

        var status = own && comment.IsPublished ? Admission.StatusOf(thread, command.Actor, command.Findings, now, house) : comment.Status;
        return Decision.Accept(Edited(command, comment, now) with
        {
            Status = status == comment.Status ? null : StatusNames.InEvent(status),
            EditedAs = own ? null : RoleOf(command.Actor),
        }, comment.Number, status);
    }

    private static CommentEdited Edited(EditComment command, Comment comment, DateTimeOffset now) => new()
    {
        At = now,
        By = command.Actor.Id,
        Number = comment.Number,
        Revision = comment.Revision + 1,
        ClientEditId = command.ClientEditId,
        Body = command.Body,
        Findings = PostingRules.OrNull(command.Findings),
        Tags = PostingRules.OrNull(command.Tags),
        Addressee = command.Addressee,
        Mentions = PostingRules.OrNull(command.Mentions),
    };

    /// <summary>As what somebody edits the comment of another; null when they may not.</summary>
    private static string? RoleOf(Actor actor) => actor.MayModerate ? "moderator" : actor.Roles.HasFlag(Roles.Staff) ? "staff" : null;
}
