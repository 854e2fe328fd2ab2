using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Sites;

public enum SanctionKind
{
    /// <summary>Nothing can be written until it has been acknowledged.</summary>
    Warn = 0,

    /// <summary>Until a time.</summary>
    Suspend = 1,

    Ban = 2,

    /// <summary>What they write is shown to themselves and to moderators only, and they are not told.</summary>
    Shadow = 3,

    /// <summary>Every comment of theirs waits for a moderator.</summary>
    Review = 4,
}

/// <summary>What a moderator has imposed on a person.</summary>
/// <param name="Id">Dense per site from 1; the part of the address that lifts it.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Until">When it ends by itself; null for never. A suspension always has one.</param>
/// <param name="Reason">For the person, in the moderator's words; of a shadow ban and a review only moderators see it.</param>
/// <param name="By">The moderator.</param>
/// <param name="At">Since when.</param>
[GenerateSerializer, Immutable, Alias("sanction")]
public sealed record Sanction(
    [property: Id(0)] int Id,
    [property: Id(1)] SanctionKind Kind,
    [property: Id(2)] DateTimeOffset? Until,
    [property: Id(3)] string Reason,
    [property: Id(4)] Author By,
    [property: Id(5)] DateTimeOffset At)
{
    public bool IsInForce(DateTimeOffset now) => Until is not { } until || now < until;
}
