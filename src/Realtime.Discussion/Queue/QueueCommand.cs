using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;

namespace Realtime.Discussion.Queue;

/// <summary>
/// What is asked of a site's moderation queue. Comments enter and leave it by <see cref="TakeIn"/> only: a decision is made in the comment's thread.
/// </summary>
[GenerateSerializer, Immutable, Alias("queue-command")]
public abstract record QueueCommand
{
    [Id(0)]
    public required Actor Actor { get; init; }
}

/// <summary>Facts of the site's threads, in any order, any number of times.</summary>
[GenerateSerializer, Immutable, Alias("queue-take-in")]
public sealed record TakeIn : QueueCommand
{
    /// <summary>Acts for nobody in particular: what happened has happened in the threads.</summary>
    private static readonly Actor Projection = new(new UserId("realtime:projection"), "Realtime", Roles.None);

    [Id(0)]
    public required IReadOnlyList<ArticleFacts> Facts { get; init; }

    public static TakeIn Of(IReadOnlyList<ArticleFacts> facts) => new() { Actor = Projection, Facts = facts };
}

/// <summary>Begin to work on an item, or go on with it: while the claim lasts nobody else can.</summary>
[GenerateSerializer, Immutable, Alias("queue-claim")]
public sealed record ClaimItem : QueueCommand
{
    [Id(0)]
    public required QueueKey Key { get; init; }
}

/// <summary>Give an item back undecided.</summary>
[GenerateSerializer, Immutable, Alias("queue-release")]
public sealed record ReleaseItem : QueueCommand
{
    [Id(0)]
    public required QueueKey Key { get; init; }
}
