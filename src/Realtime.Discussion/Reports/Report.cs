using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Reports;

/// <summary>What a thread remembers of one report; the reporter's own words stay in the journal.</summary>
/// <param name="By">The reporter.</param>
/// <param name="Reason">Their reason.</param>
/// <param name="At">When.</param>
/// <param name="IsDiscounted">The reporter's reports have been groundless before: it adds to no threshold (<see cref="ReporterStanding"/>).</param>
public sealed record Report(UserId By, string Reason, DateTimeOffset At, bool IsDiscounted = false)
{
    /// <summary>The sequence of the event that holds the reporter's own words.</summary>
    public long Sequence { get; init; }

    /// <summary>Notice of illegal content, which the law (DSA, article 16) wants answered without delay.</summary>
    public const string Illegal = "illegal";
}
