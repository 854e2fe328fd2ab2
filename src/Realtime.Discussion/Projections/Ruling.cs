using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Projections;

public enum RulingKind
{
    /// <summary>Readers may see it: approved, let stand after a report, or restored.</summary>
    Approved = 0,

    Rejected = 1,

    /// <summary>Put back into review.</summary>
    Held = 2,
}

/// <summary>A moderator's decision about whether readers may see a comment.</summary>
[GenerateSerializer, Immutable, Alias("ruling")]
public sealed record Ruling
{
    [Id(0)]
    public required RulingKind Kind { get; init; }

    /// <summary>For moderators: authors and reporters are not told who decided.</summary>
    [Id(1)]
    public required Author By { get; init; }

    [Id(2)]
    public required DateTimeOffset At { get; init; }

    /// <summary>The revision that was looked at.</summary>
    [Id(3)]
    public required int Revision { get; init; }

    /// <summary>The comment's status before.</summary>
    [Id(4)]
    public CommentStatus Before { get; init; }

    /// <summary>The code of the reason, e.g. <c>harassment</c>.</summary>
    [Id(5)]
    public string? Reason { get; init; }

    /// <summary>The number of the rule of the site's policy.</summary>
    [Id(6)]
    public int? Rule { get; init; }

    /// <summary>To the author, in the moderator's words.</summary>
    [Id(7)]
    public string? Note { get; init; }

    /// <summary>Whether it answers the author's appeal against the ruling before.</summary>
    [Id(8)]
    public bool AnswersAppeal { get; init; }

    /// <summary>How the decision is named to a moderator who comes second.</summary>
    public string Name => Kind switch { RulingKind.Approved => "approved", RulingKind.Rejected => "rejected", _ => "held" };
}
