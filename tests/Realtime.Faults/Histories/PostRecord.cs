namespace Realtime.Faults.Histories;

internal enum Outcome
{
    /// <summary>Acknowledged.</summary>
    Ok,

    /// <summary>Refused for good: it must not have happened.</summary>
    Fail,

    /// <summary>Nobody knows: it happened once or not at all.</summary>
    Info,
}

/// <summary>One post with all its attempts, which carried the same client id. Times are milliseconds since the run began.</summary>
internal sealed record PostRecord
{
    /// <summary>The operation id: the <c>clientCommentId</c>, and it stands in the comment's body.</summary>
    public required string Op { get; init; }

    public required string Writer { get; init; }

    public required string Article { get; init; }

    public required double Began { get; init; }

    public required double Ended { get; init; }

    public required Outcome Outcome { get; init; }

    public int Attempts { get; init; } = 1;

    /// <summary>The longest that one attempt waited for its answer.</summary>
    public double LongestAttempt { get; init; }

    public int? Number { get; init; }

    public string? Position { get; init; }

    public int? Status { get; init; }

    /// <summary>The problem code or failure of the last attempt that was not acknowledged.</summary>
    public string? Code { get; init; }
}
