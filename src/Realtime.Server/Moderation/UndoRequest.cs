namespace Realtime.Server.Moderation;

/// <summary>Everything that a person has written on the site is to go, or to come back.</summary>
internal sealed record UndoRequest
{
    /// <summary>A reason for a rejection (see decisions).</summary>
    public string? Reason { get; init; }

    /// <summary>The number of the rule of the policy that the person has broken.</summary>
    public int? Rule { get; init; }

    /// <summary>For the author, as plain text of at most 1,000 characters.</summary>
    public string? Note { get; init; }

    /// <summary>True to take it back: what was rejected for this reason and under this rule is restored.</summary>
    public bool? Restore { get; init; }
}

internal sealed record UndoneComments
{
    /// <summary>The comments that were rejected, or restored, this time.</summary>
    public required int Changed { get; init; }

    /// <summary>The comments that could not be reached: ask again. Those that are done are not done twice.</summary>
    public required int Left { get; init; }
}
