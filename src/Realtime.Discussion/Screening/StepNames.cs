namespace Realtime.Discussion.Screening;

/// <summary>The steps by name: the same in settings, findings and meters.</summary>
public static class StepNames
{
    public const string Length = "length";
    public const string Links = "links";
    public const string Repeats = "repeats";
    public const string Floods = "floods";
    public const string NewCommenter = "newCommenter";
    public const string RecentHistory = "recentHistory";
    public const string Words = "words";
    public const string PersonalAttacks = "personalAttacks";
    public const string Toxicity = "toxicity";
    public const string External = "external";

    /// <summary>In the order in which they run unless a site says otherwise: the cheap before the dear.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Length, Links, Repeats, Floods, NewCommenter, RecentHistory, Words, PersonalAttacks, Toxicity, External];

    /// <summary>The steps that ask another server, and so can break.</summary>
    public static IReadOnlyList<string> Remote { get; } = [Toxicity, External];

    /// <summary>The steps about what was written, where rewriting helps: only these warn the author.</summary>
    public static IReadOnlyList<string> Rewritable { get; } = [Links, Words, PersonalAttacks, Toxicity];
}
