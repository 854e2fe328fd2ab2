using Realtime.Discussion.Aggregates;
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
}

public sealed record CommentPosted : ThreadEvent
{
    public required int Number { get; init; }

    /// <summary>The name the author had then; their id is <see cref="JournalEvent.By"/>.</summary>
    public required string Name { get; init; }

    public required string ClientCommentId { get; init; }

    public int? ReplyTo { get; init; }

    public Quote? Quote { get; init; }

    public required CommentBody Body { get; init; }
}

internal static class PostingRules
{
    public static Decision Decide(ArticleThread thread, PostComment command, DateTimeOffset now, DiscussionRules rules)
    {
        if (thread.FindByClientId(command.Actor.Id, command.ClientCommentId) is { } original) return Decision.Already(original);
        if (!thread.Exists && !rules.LazyArticles) return Decision.Refuse(RefusalCode.ArticleUnknown);
        if (thread.IsClosed) return Decision.Refuse(RefusalCode.ThreadClosed);
        if (RefuseParent(thread, command.ReplyTo) is { } parent) return Decision.Refuse(parent);
        if (RefuseQuote(thread, command.Quote) is { } quote) return Decision.Refuse(quote);

        var number = thread.LastNumber + 1;
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
        }, number);
    }

    private static RefusalCode? RefuseParent(ArticleThread thread, int? replyTo)
    {
        if (replyTo is not { } number) return null;
        if (thread.Find(number) is not { } parent) return RefusalCode.ParentUnknown;
        return parent.IsPublished ? null : RefusalCode.ParentRemoved;
    }

    private static RefusalCode? RefuseQuote(ArticleThread thread, Quote? quote)
    {
        if (quote is null) return null;
        if (thread.Find(quote.Number) is not { } source || quote.Revision < 1 || quote.Revision > source.Revision) return RefusalCode.QuoteUnknown;
        return source.IsPublished ? null : RefusalCode.QuoteRemoved;
    }
}
