using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Moderation;

/// <summary>Where a comment was before.</summary>
public sealed record Origin(ThreadKey Thread, int Number);

/// <summary>
/// Take in a comment that was moved here, with its author and its time. The same one is taken in once, however often it comes; parents are to come first.
/// Possible while the thread is closed, because it is no contribution but a tidying up.
/// </summary>
[GenerateSerializer, Immutable, Alias("receive-comment")]
public sealed record ReceiveComment : ThreadCommand
{
    [Id(0)]
    public required ThreadKey From { get; init; }

    [Id(1)]
    public required int FromNumber { get; init; }

    [Id(2)]
    public required Author Author { get; init; }

    /// <summary>When it was posted there.</summary>
    [Id(3)]
    public required DateTimeOffset CreatedAt { get; init; }

    [Id(4)]
    public required CommentBody Body { get; init; }

    [Id(5)]
    public IReadOnlyList<string> Badges { get; init; } = [];

    /// <summary>With the source's number there; it comes along only when the source did.</summary>
    [Id(6)]
    public Quote? Quote { get; init; }

    /// <summary>The number there of the comment that it answers, or of the nearest above that which is moved as well.</summary>
    [Id(7)]
    public int? ReplyToFrom { get; init; }

    /// <summary>What it was there: published, pending or withheld.</summary>
    [Id(8)]
    public CommentStatus Status { get; init; }
}

public sealed record CommentReceived : ThreadEvent, IGivesWords
{
    public required int Number { get; init; }

    public required ThreadKey From { get; init; }

    public required int FromNumber { get; init; }

    public required UserId Author { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int? ReplyTo { get; init; }

    public Quote? Quote { get; init; }

    public required CommentBody Body { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<string>? Badges { get; init; }

    IReadOnlyList<Finding>? IGivesWords.Findings => null;

    public ThreadEvent With(CommentBody body) => this with { Body = body, Quote = null };
}

internal static class ReceivingRules
{
    public static Decision Decide(ArticleThread thread, ReceiveComment command, DateTimeOffset now, HouseRules house)
    {
        if (!command.Actor.MayModerate) return Decision.Refuse(RefusalCode.NotAllowed);
        if (thread.FindReceived(command.From, command.FromNumber) is { } known) return Decision.Already(known, thread.Find(known)!.Status);
        if (!thread.Exists && !house.Discussion.LazyArticles) return Decision.Refuse(RefusalCode.ArticleUnknown);
        var number = thread.LastNumber + 1;
        return Decision.Accept(new CommentReceived
        {
            At = now,
            By = command.Actor.Id,
            Number = number,
            From = command.From,
            FromNumber = command.FromNumber,
            Author = command.Author.Id,
            Name = command.Author.Name,
            CreatedAt = command.CreatedAt,
            ReplyTo = command.ReplyToFrom is { } parent ? thread.FindReceived(command.From, parent) : null,
            Quote = command.Quote is { } quote && thread.FindReceived(command.From, quote.Number) is { } source ? quote with { Number = source } : null,
            Body = command.Body,
            Status = StatusNames.InEvent(command.Status),
            Badges = PostingRules.OrNull(command.Badges),
        }, number, command.Status);
    }
}
