using System.Collections.Frozen;

namespace Realtime.Discussion.Moderation;

/// <summary>What moderators decide about a comment, by the names it has on the wire and in the journal.</summary>
public static class Decisions
{
    public const string Approve = "approve", Reject = "reject", Hold = "hold", Restore = "restore";

    public const string Feature = "feature", Unfeature = "unfeature", Pin = "pin", Unpin = "unpin";

    /// <summary>Made by <see cref="MoveComments"/>, because it concerns more than one comment.</summary>
    public const string Move = "move";

    /// <summary>They say whether readers see the comment.</summary>
    public static FrozenSet<string> Verdicts { get; } = [Approve, Reject, Hold, Restore];

    /// <summary>They put a comment forward that readers see anyhow; nobody is asked whether another did so before.</summary>
    public static FrozenSet<string> Marks { get; } = [Feature, Unfeature, Pin, Unpin];
}

/// <summary>Why a comment is rejected. The codes are those that the field has settled on, so that figures can be compared.</summary>
public static class RejectReasons
{
    public static FrozenSet<string> All { get; } =
    [
        "offensive", "abusive", "spam", "banned_word", "ad", "illegal_content", "harassment_bullying", "misinformation", "hate_speech",
        "irrelevant_content", "other",
    ];
}
