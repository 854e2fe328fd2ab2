namespace Realtime.Server.People;

/// <summary>What a person wrote and did in one thread.</summary>
internal sealed record ExportedThread
{
    public required string Article { get; init; }

    public string? Title { get; init; }

    public required IReadOnlyList<ExportedComment> Comments { get; init; }

    public required IReadOnlyList<ExportedReaction> Reactions { get; init; }

    public required IReadOnlyList<ExportedReport> Reports { get; init; }
}

/// <summary>A comment with everything it ever said.</summary>
internal sealed record ExportedComment
{
    public required int Number { get; init; }

    public required DateTime At { get; init; }

    /// <summary>What it is now.</summary>
    public required string Status { get; init; }

    public int? ReplyTo { get; init; }

    /// <summary>The name that was shown beside it.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<ExportedRevision> Revisions { get; init; }

    public required IReadOnlyList<ExportedDecision> Decisions { get; init; }

    public required IReadOnlyList<ExportedAppeal> Appeals { get; init; }
}

internal sealed record ExportedRevision(int Revision, DateTime At, string Text, string Html, string? Quote = null, string? EditedBy = null);

/// <summary>Who made it is not told.</summary>
internal sealed record ExportedDecision(DateTime At, string Decision, string? Reason, int? Rule, string? Note);

internal sealed record ExportedAppeal(DateTime At, string? Detail);

internal sealed record ExportedReaction(int Number, string Kind, bool On, DateTime At);

internal sealed record ExportedReport(int Number, string Reason, string? Detail, DateTime At);
