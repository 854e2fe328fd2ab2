using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Reports;

/// <summary>
/// Tell the moderators that a comment breaks the discussion policy. Readers never learn of it. A person reports a comment once: a second report changes
/// nothing. Possible while the thread is closed, because what stands there is still read.
/// </summary>
[GenerateSerializer, Immutable, Alias("report-comment")]
public sealed record ReportComment : ThreadCommand
{
    /// <summary>The longest <see cref="Detail"/>, in characters as a person counts them.</summary>
    public const int MaxDetail = 1_000;

    [Id(0)]
    public required int Number { get; init; }

    /// <summary>One of <see cref="DiscussionRules.ReportReasons"/>.</summary>
    [Id(1)]
    public required string Reason { get; init; }

    /// <summary>What the person adds in their own words, checked by the host. Untrusted plain text: never show it as HTML.</summary>
    [Id(2)]
    public string? Detail { get; init; }

    /// <summary>The reporter's reports have been groundless before (<see cref="ReporterStanding"/>): it reaches the moderators, and adds to no threshold.</summary>
    [Id(3)]
    public bool IsDiscounted { get; init; }
}

public sealed record CommentReported : ThreadEvent
{
    public required int Number { get; init; }

    /// <summary>The revision that stood there when it was reported: an edit may have taken the offence away since.</summary>
    public required int Revision { get; init; }

    public required string Reason { get; init; }

    public string? Detail { get; init; }

    /// <summary>True when this report was one too many: the comment waits for a moderator from now on.</summary>
    public bool? Held { get; init; }

    public bool? Discounted { get; init; }
}

internal static class ReportingRules
{
    public static Decision Decide(ArticleThread thread, ReportComment command, DateTimeOffset now, HouseRules house)
    {
        if (Admission.RefusePerson(command.Actor, now, house) is { } barred) return Decision.Refuse(barred);
        if (thread.Find(command.Number) is not { } comment) return Decision.Refuse(RefusalCode.CommentUnknown);
        if (Targets.RefusePublic(comment) is { } missing) return Decision.Refuse(missing);
        if (!house.Discussion.ReportReasons.Contains(command.Reason)) return Decision.Refuse(RefusalCode.ReportReasonUnknown);
        if (comment.IsReportedBy(command.Actor.Id)) return Decision.Already(comment.Number);
        if (house.StandingOf(command.Actor.Id, now).IsShadowed) return Decision.Already(comment.Number);

        return Decision.Accept(new CommentReported
        {
            At = now,
            By = command.Actor.Id,
            Number = comment.Number,
            Revision = comment.Revision,
            Reason = command.Reason,
            Detail = command.Detail,
            Held = !command.IsDiscounted && IsOneTooMany(comment, house) ? true : null,
            Discounted = command.IsDiscounted ? true : null,
        }, comment.Number);
    }

    private static bool IsOneTooMany(Comment comment, HouseRules house) =>
        !comment.IsCleared && comment.Reports.Count(report => !report.IsDiscounted) + 1 >= house.Site.Settings.HoldAtReports;
}
