using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.Steps;

namespace Realtime.Server.Screening;

/// <summary>A comment on its way to another server.</summary>
internal sealed record RemoteQuestion(SiteId Site, ScreeningSubject Subject, ScreeningPolicy Policy, IReadOnlyList<Finding> Findings);

/// <summary>What the other server has said.</summary>
/// <param name="Seen">Null when it has nothing against the comment.</param>
/// <param name="Rule">The rule it names, when it names one.</param>
/// <param name="Tags">Labels for moderators.</param>
internal sealed record RemoteAnswer(Observation? Seen, int? Rule, IReadOnlyList<string> Tags)
{
    public static RemoteAnswer Nothing { get; } = new(null, null, []);
}

/// <summary>A step that asks another server.</summary>
internal interface IRemoteStep
{
    string Name { get; }

    /// <exception cref="RemoteFailure">There is no answer, or none that can be understood.</exception>
    Task<RemoteAnswer> AskAsync(RemoteQuestion question, CancellationToken cancellation);
}

internal enum RemoteFailureReason
{
    NotConfigured,
    Refused,
    TooSlow,
    LeftInPeace,
    Unreachable,
    BadStatus,
    Malformed,
}

/// <summary>A remote step that is broken. It carries no message of the other side: that could hold the comment's text.</summary>
#pragma warning disable CA1032, CA1710 // Always made with its reason; it is what it is called.
internal sealed class RemoteFailure(RemoteFailureReason reason) : Exception($"The server asked has failed: {reason}.")
#pragma warning restore CA1032, CA1710
{
    public RemoteFailureReason Reason { get; } = reason;
}
