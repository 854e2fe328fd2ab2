using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Commenters;

/// <summary>What a person is told. The numbers stand in journals: add at the end only.</summary>
public enum InboxKind
{
    /// <summary>Somebody answered a comment of theirs.</summary>
    Reply = 0,

    /// <summary>Somebody named them with an @.</summary>
    Mention = 1,

    /// <summary>A comment begins by naming them.</summary>
    Addressed = 2,

    Approved = 3,
    Rejected = 4,
    Warned = 5,
    Suspended = 6,
    Banned = 7,

    /// <summary>A comment they reported was rejected.</summary>
    ReportUpheld = 8,

    /// <summary>A comment they reported was let stand.</summary>
    ReportGroundless = 9,

    AppealGranted = 10,
    AppealDenied = 11,
}

/// <summary>
/// Something a person is told, as it is now. A state, like the fact it was made of: the newer one of the same <see cref="Key"/> takes the older one's
/// place, and one that is
/// <see cref="IsWithdrawn"/> takes it away. Without the words of anybody's comment: those are read from the thread, if they may still be read.
/// </summary>
[GenerateSerializer, Immutable, Alias("inbox-item")]
public sealed record InboxItem
{
    /// <summary>What it is about, e.g. <c>comment:bridge#5</c>.</summary>
    [Id(0)]
    public required string Key { get; init; }

    /// <summary>How the thread (or, for a sanction, the site) was when this was true.</summary>
    [Id(1)]
    public required ThreadPosition Through { get; init; }

    [Id(2)]
    public required InboxKind Kind { get; init; }

    /// <summary>When it happened.</summary>
    [Id(3)]
    public required DateTimeOffset At { get; init; }

    /// <summary>There is nothing to tell (any more).</summary>
    [Id(4)]
    public bool IsWithdrawn { get; init; }

    [Id(5)]
    public ArticleId? Article { get; init; }

    [Id(6)]
    public string? Title { get; init; }

    [Id(7)]
    public int? Number { get; init; }

    /// <summary>With <see cref="InboxKind.Reply"/>: the comment of theirs that was answered.</summary>
    [Id(8)]
    public int? ReplyTo { get; init; }

    /// <summary>Who wrote the comment; null where moderators acted, who are not named.</summary>
    [Id(9)]
    public Author? From { get; init; }

    /// <summary>The code of a ruling's reason; of a sanction the moderator's words.</summary>
    [Id(10)]
    public string? Reason { get; init; }

    /// <summary>The number of the rule of the site's policy.</summary>
    [Id(11)]
    public int? Rule { get; init; }

    [Id(12)]
    public string? Note { get; init; }

    /// <summary>When a suspension ends.</summary>
    [Id(13)]
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether it tells the same as another, whatever the thread's position then.</summary>
    public bool Tells(InboxItem other) => this == other with { Through = Through };
}

/// <summary>An item for somebody's inbox.</summary>
[GenerateSerializer, Immutable, Alias("notice")]
public sealed record Notice([property: Id(0)] UserId To, [property: Id(1)] InboxItem Item);
