using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Projections;

/// <summary>
/// What a thread tells whoever follows it from outside: how the comments that were touched are now. States, not changes: taking them in twice or late does
/// no harm, as long as an older one never replaces a newer one (<see cref="Precedence"/>).
/// </summary>
[GenerateSerializer, Immutable, Alias("article-facts")]
public sealed record ArticleFacts
{
    [Id(0)]
    public required ThreadKey Thread { get; init; }

    /// <summary>The facts are of the thread as it was after this event.</summary>
    [Id(1)]
    public required ThreadPosition Position { get; init; }

    /// <summary>The article's title; null when it has not been described.</summary>
    [Id(2)]
    public string? Title { get; init; }

    /// <summary>Published comments.</summary>
    [Id(3)]
    public int CommentCount { get; init; }

    [Id(4)]
    public IReadOnlyList<CommentFact> Comments { get; init; } = [];
}

/// <summary>Which of two positions of one thread tells the newer state.</summary>
public static class Precedence
{
    /// <summary>A later epoch is always newer: what the earlier one told may have been lost.</summary>
    public static bool IsBehind(this ThreadPosition position, ThreadPosition other) =>
        position.Epoch != other.Epoch ? position.Epoch < other.Epoch : position.Sequence < other.Sequence;
}
