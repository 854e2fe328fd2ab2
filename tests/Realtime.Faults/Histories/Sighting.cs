namespace Realtime.Faults.Histories;

internal enum SightingKind
{
    Connected,

    /// <summary>All comments of the thread, exact at the position or newer.</summary>
    Page,

    /// <summary>What <c>Watch</c> answered to a position handed in.</summary>
    Resumed,

    /// <summary>A live frame.</summary>
    Changes,

    /// <summary>The server said that what was shown no longer holds.</summary>
    Reset,

    Draining,

    /// <summary>A live connection ended without the reader's doing.</summary>
    Lost,

    /// <summary>The reader went away; nothing more is expected of it.</summary>
    Left,
}

/// <summary>One thing that happened to one reader, in the order in which it happened. Times are milliseconds since the run began.</summary>
internal sealed record Sighting
{
    public required string Reader { get; init; }

    public required string Article { get; init; }

    public required SightingKind Kind { get; init; }

    public required double At { get; init; }

    public string? Host { get; init; }

    public long? From { get; init; }

    public long? To { get; init; }

    public string? Position { get; init; }

    public IReadOnlyList<SeenComment>? Comments { get; init; }

    public string? Reason { get; init; }
}

/// <summary>A comment as a reader or the final log has it.</summary>
/// <param name="Number">Its number in the thread.</param>
/// <param name="Op">The operation that posted it, read from its body; null when the body is not shown.</param>
/// <param name="Revision">1 when posted.</param>
/// <param name="Status">As on the wire.</param>
/// <param name="Change">The type of the change that brought it; null in a page.</param>
internal sealed record SeenComment(int Number, string? Op, int Revision, string Status, string? Change = null);
