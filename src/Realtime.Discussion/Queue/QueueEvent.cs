using System.Text.Json.Serialization;
using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Queue;

/// <summary>A fact of a site's moderation queue, as it stands in its journal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(ItemsTold), "itemsTold")]
[JsonDerivedType(typeof(ItemClaimed), "itemClaimed")]
[JsonDerivedType(typeof(ItemReleased), "itemReleased")]
public abstract record QueueEvent : JournalEvent;

/// <summary>What the threads have told: comments that wait, as they are now, and comments that do not.</summary>
public sealed record ItemsTold : QueueEvent
{
    public IReadOnlyList<QueueItem>? Waiting { get; init; }

    public IReadOnlyList<ItemLeft>? Left { get; init; }
}

/// <summary>A comment that waits no longer, or never had to.</summary>
/// <param name="Article">Where.</param>
/// <param name="Number">Which.</param>
/// <param name="Through">How the thread was then.</param>
/// <param name="Decision">What a moderator decided, when that is why.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record ItemLeft(ArticleId Article, int Number, ThreadPosition Through, string? Decision = null, Author? By = null, DateTimeOffset? At = null)
{
    [JsonIgnore]
    public QueueKey Key => new(Article, Number);

    [JsonIgnore]
    public DecidedBefore? Decided => Decision is not null && By is not null && At is { } at ? new DecidedBefore(Decision, By, at) : null;
}

public sealed record ItemClaimed : QueueEvent
{
    public required ArticleId Article { get; init; }

    public required int Number { get; init; }

    /// <summary>The moderator's name; their id is <see cref="JournalEvent.By"/>.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset Until { get; init; }
}

public sealed record ItemReleased : QueueEvent
{
    public required ArticleId Article { get; init; }

    public required int Number { get; init; }
}

/// <summary>An entry that this program cannot read, or does not know: it keeps its sequence and changes nothing.</summary>
public sealed record UnknownQueueEvent : QueueEvent;
