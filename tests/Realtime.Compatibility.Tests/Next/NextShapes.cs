using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Threads;

namespace Realtime.Compatibility.Tests.Next;

/// <summary>
/// What silos send one another as a next version might have it: each type with one member more, and one command that this version does not know. Names
/// differ on purpose, because only aliases and numbers count.
/// </summary>
[GenerateSerializer, Immutable, Alias("post-comment")]
public sealed record NextPost : ThreadCommand
{
    [Id(0)]
    public required string ClientId { get; init; }

    [Id(1)]
    public required CommentBody Words { get; init; }

    [Id(2)]
    public int? Parent { get; init; }

    [Id(3)]
    public Quote? Passage { get; init; }

    [Id(4)]
    public IReadOnlyList<Finding> Found { get; init; } = [];

    [Id(5)]
    public IReadOnlyList<string> Labels { get; init; } = [];

    [Id(6)]
    public IReadOnlyList<string> Marks { get; init; } = [];

    [Id(7)]
    public UserId? To { get; init; }

    [Id(8)]
    public IReadOnlyList<UserId> Others { get; init; } = [];

    [Id(9)]
    public string? Mood { get; init; }
}

[GenerateSerializer, Immutable, Alias("pin-comment")]
public sealed record NextPin : ThreadCommand
{
    [Id(0)]
    public required int Number { get; init; }
}

[GenerateSerializer, Immutable, Alias("command-outcome")]
public sealed record NextOutcome
{
    [Id(0)]
    public Refusal? Refusal { get; init; }

    [Id(1)]
    public ThreadPosition Position { get; init; }

    [Id(2)]
    public int Number { get; init; }

    [Id(3)]
    public bool Repeated { get; init; }

    [Id(4)]
    public DateTimeOffset At { get; init; }

    [Id(5)]
    public CommentStatus? State { get; init; }

    [Id(6)]
    public string? Advice { get; init; }
}

[GenerateSerializer, Immutable, Alias("thread-batch")]
public sealed record NextBatch(
    [property: Id(0)] long Epoch,
    [property: Id(1)] long After,
    [property: Id(2)] long Head,
    [property: Id(3)] long Opening,
    [property: Id(4)] ReadOnlyMemory<byte>[] Entries,
    [property: Id(5)] string? Encoding);

[GenerateSerializer, Immutable, Alias("watch-answer")]
public sealed record NextAnswer(
    [property: Id(0)] ThreadPosition Position, [property: Id(1)] long Opening, [property: Id(2)] SiloAddress Silo, [property: Id(3)] long[]? Extra);
