namespace Realtime.Discussion.Reports;

/// <summary>
/// How well founded a person's reports have been. Whoever keeps reporting what moderators let stand is still heard, but no longer counted: their reports
/// reach the queue without adding to the thresholds and ranks that a crowd of reporters could otherwise be used to turn.
/// </summary>
/// <param name="Upheld">Reports after which the comment was rejected.</param>
/// <param name="Groundless">Reports after which it was let stand.</param>
public readonly record struct ReporterStanding(int Upheld, int Groundless)
{
    /// <summary>Nobody is judged by fewer answers: a moderator may err as well.</summary>
    public const int FewestAnswers = 5;

    /// <summary>The share of groundless reports from which on they count no longer.</summary>
    public const double GroundlessShare = 0.8;

    /// <summary>Whether a report of this person counts. Notices of illegal content always do: the law leaves no choice.</summary>
    public bool Counts => Upheld + Groundless < FewestAnswers || Groundless < GroundlessShare * (Upheld + Groundless);
}
