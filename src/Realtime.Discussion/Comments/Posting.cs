using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Pace;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Comments;

/// <summary>
/// Post a comment, or a reply when <see cref="ReplyTo"/> is set. The body has passed the host's checks and is rendered there, once. A second
/// command of the same person with the same <see cref="ClientCommentId"/> gets the first one's answer, whatever else it says.
/// </summary>
[GenerateSerializer, Immutable, Alias("post-comment")]
public sealed record PostComment : ThreadCommand
{
    /// <summary>The client's own id: 1 to 64 visible ASCII characters, e.g. a UUID.</summary>
    [Id(0)]
    public required string ClientCommentId { get; init; }

    [Id(1)]
    public required CommentBody Body { get; init; }

    [Id(2)]
    public int? ReplyTo { get; init; }

    [Id(3)]
    public Quote? Quote { get; init; }

    /// <summary>What screening found: one finding that says hold, and the comment waits for a moderator.</summary>
    [Id(4)]
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Labels that the external hook has put on it.</summary>
    [Id(5)]
    public IReadOnlyList<string> Tags { get; init; } = [];

    [Id(6)]
    public IReadOnlyList<string> Badges { get; init; } = [];

    /// <summary>The participant whom it begins by naming.</summary>
    [Id(7)]
    public UserId? Addressee { get; init; }

    [Id(8)]
    public IReadOnlyList<UserId> Mentions { get; init; } = [];
}

public sealed record CommentPosted : ThreadEvent, IGivesWords
{
    public required int Number { get; init; }

    /// <summary>The name the author had then; their id is <see cref="JournalEvent.By"/>.</summary>
    public required string Name { get; init; }

    public required string ClientCommentId { get; init; }

    public int? ReplyTo { get; init; }

    public Quote? Quote { get; init; }

    public required CommentBody Body { get; init; }

    /// <summary><c>pending</c> or <c>withheld</c>; null when readers see it at once.</summary>
    public string? Status { get; init; }

    public IReadOnlyList<Finding>? Findings { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<string>? Badges { get; init; }

    public UserId? Addressee { get; init; }

    public IReadOnlyList<UserId>? Mentions { get; init; }

    /// <summary>Set when this comment was one too many: what the flood guard does from now on.</summary>
    public Guard? Guard { get; init; }

    public ThreadEvent With(CommentBody body) => this with { Body = body, Quote = null };
}

internal static class PostingRules
{
    public static Decision Decide(ArticleThread thread, PostComment command, DateTimeOffset now, HouseRules house)
    {
        if (thread.FindByClientId(command.Actor.Id, command.ClientCommentId) is { } original) return Decision.Already(original, thread.Find(original)!.Status);
        if (Refuse(thread, command, now, house) is { } refusal) return Decision.Refuse(refusal);
        var number = thread.LastNumber + 1;
        var status = StatusOf(thread, command, now, house);
        return Decision.Accept(new CommentPosted
        {
            At = now,
            By = command.Actor.Id,
            Name = command.Actor.Name,
            Number = number,
            ClientCommentId = command.ClientCommentId,
            ReplyTo = command.ReplyTo,
            Quote = command.Quote,
            Body = command.Body,
            Status = StatusNames.InEvent(status),
            Findings = OrNull(command.Findings),
            Tags = OrNull(command.Tags),
            Badges = OrNull(command.Badges),
            Addressee = command.Addressee,
            Mentions = OrNull(command.Mentions),
            Guard = status == CommentStatus.Withheld ? null : FloodGuarding.Trip(thread, now, house),
        }, number, status);
    }

    /// <summary>A journal holds nothing that says nothing.</summary>
    internal static IReadOnlyList<T>? OrNull<T>(IReadOnlyList<T> list) => list.Count == 0 ? null : list;

    private static Refusal? Refuse(ArticleThread thread, PostComment command, DateTimeOffset now, HouseRules house)
    {
        if (!thread.Exists && !house.Discussion.LazyArticles) return new Refusal(RefusalCode.ArticleUnknown);
        if (Admission.Refuse(command.Actor, now, house) is { } barred) return barred;
        if (ClosingRules.IsClosed(thread, now, house)) return new Refusal(RefusalCode.ThreadClosed);
        if (RefuseParent(thread, command) is { } parent) return new Refusal(parent);
        if (RefuseQuote(thread, command) is { } quote) return new Refusal(quote);
        return SlowModeRules.Refuse(thread, command.Actor, now, house);
    }

    /// <summary>What answers or quotes a comment that readers do not see is not shown to them either.</summary>
    private static CommentStatus StatusOf(ArticleThread thread, PostComment command, DateTimeOffset now, HouseRules house)
    {
        var own = Admission.StatusOf(thread, command.Actor, command.Findings, now, house);
        if (own != CommentStatus.Published) return own;
        if (thread.Find(command.ReplyTo ?? 0) is { IsPublished: false } parent) return parent.Status;
        return thread.Find(command.Quote?.Number ?? 0) is { IsPublished: false } source ? source.Status : own;
    }

    private static RefusalCode? RefuseParent(ArticleThread thread, PostComment command)
    {
        if (command.ReplyTo is not { } number) return null;
        if (thread.Find(number) is not { } parent) return RefusalCode.ParentUnknown;
        return MayBuildOn(parent, command.Actor) ? null : parent.IsKnownTo(command.Actor) ? RefusalCode.ParentRemoved : RefusalCode.ParentUnknown;
    }

    private static RefusalCode? RefuseQuote(ArticleThread thread, PostComment command)
    {
        if (command.Quote is not { } quote) return null;
        if (thread.Find(quote.Number) is not { } source || quote.Revision < 1 || quote.Revision > source.Revision) return RefusalCode.QuoteUnknown;
        return MayBuildOn(source, command.Actor) ? null : source.IsKnownTo(command.Actor) ? RefusalCode.QuoteRemoved : RefusalCode.QuoteUnknown;
    }

    /// <summary>On what is published, and on one's own that waits: to its author it must look like any other.</summary>
    private static bool MayBuildOn(Comment comment, Actor actor) => comment.IsPublished || (comment.Stands && comment.Author.Id == actor.Id);
}
