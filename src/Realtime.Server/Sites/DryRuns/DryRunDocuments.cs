using Realtime.Discussion.Moderation;
using Realtime.Discussion.Reading;
using Realtime.Grains.DryRuns;

namespace Realtime.Server.Sites.DryRuns;

/// <summary>A dry run has begun. Its <c>id</c> is good for an hour.</summary>
internal sealed record DryRunBegun
{
    public required string Id { get; init; }
}

/// <summary>What the lists would change, as far as it is known.</summary>
internal sealed record DryRunView
{
    public required bool Done { get; init; }

    /// <summary>It ended before it had read everything: begin another.</summary>
    public required bool Failed { get; init; }

    /// <summary>Threads read.</summary>
    public required int Threads { get; init; }

    /// <summary>Comments looked at: those that readers see, and those that wait.</summary>
    public required int Comments { get; init; }

    public required double Seconds { get; init; }

    public required DryRunTotals Totals { get; init; }

    /// <summary>The first 1,000 by article and number.</summary>
    public required IReadOnlyList<DryRunChange> Changes { get; init; }

    public static DryRunView Of(DryRunReport report) => new()
    {
        Done = report.Done,
        Failed = report.Failed,
        Threads = report.Threads,
        Comments = report.Comments,
        Seconds = Math.Round(report.Took.TotalSeconds, 3),
        Totals = new DryRunTotals { Hold = report.Hold, Reject = report.Reject, Release = report.Release },
        Changes = [.. report.Changes.Select(DryRunChange.Of)],
    };
}

internal sealed record DryRunTotals
{
    /// <summary>Published comments that would wait for a moderator.</summary>
    public required int Hold { get; init; }

    public required int Reject { get; init; }

    /// <summary>Comments that wait and would be published.</summary>
    public required int Release { get; init; }
}

internal sealed record DryRunChange
{
    public required string Article { get; init; }

    public required int Number { get; init; }

    /// <summary><c>hold</c>, <c>reject</c> or <c>release</c>.</summary>
    public required string Would { get; init; }

    /// <summary>Why; nothing for what would be released, and of the longest lists of reasons the beginning.</summary>
    public required IReadOnlyList<DryRunMatch> Matches { get; init; }

    public static DryRunChange Of(ProposedChange proposed) => new()
    {
        Article = proposed.Article.Value,
        Number = proposed.Number,
        Would = proposed.Decision == Decisions.Approve ? "release" : proposed.Decision,
        Matches = [.. proposed.Matches.Select(DryRunMatch.Of)],
    };
}

/// <summary>An entry of the lists, and where the comment has it.</summary>
internal sealed record DryRunMatch
{
    public required string Entry { get; init; }

    /// <summary>In UTF-16 code units of the comment's text.</summary>
    public required IReadOnlyList<SpanView> Spans { get; init; }

    public static DryRunMatch Of(MatchedEntry match) =>
        new() { Entry = match.Entry, Spans = [.. match.Spans.Select(span => new SpanView { Start = span.Start, Length = span.Length })] };
}

/// <summary>What has become of a dry run's changes.</summary>
internal sealed record AppliedDryRun
{
    public required int Held { get; init; }

    public required int Rejected { get; init; }

    public required int Released { get; init; }

    /// <summary>Comments that somebody has edited, removed or decided about since the run.</summary>
    public required int Skipped { get; init; }

    /// <summary>
    /// Comments that could not be reached: apply again, those that are done are not done twice. Of more than 100,000 the rest is among them, and takes another run.
    /// </summary>
    public required int Left { get; init; }
}
