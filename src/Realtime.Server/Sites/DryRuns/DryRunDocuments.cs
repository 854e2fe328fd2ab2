using Realtime.Discussion.Moderation;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Screening.DryRuns;
using Realtime.Discussion.Screening.Words;

namespace Realtime.Server.Sites.DryRuns;

/// <summary>A dry run has begun. Its <c>id</c> is good on this host, for an hour.</summary>
internal sealed record DryRunBegun
{
    public required string Id { get; init; }
}

/// <summary>What the lists would change, as far as it is known.</summary>
internal sealed record DryRunView
{
    private const int MostChanges = 1_000;

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

    public static DryRunView Of(DryRun run)
    {
        var isDone = run.EndedAt is not null;
        var threads = run.Threads;
        var proposed = threads.OrderBy(thread => thread.Thread.Article.Value, StringComparer.Ordinal).SelectMany(thread => thread.Proposed.Select(one => (thread, one)));
        return new DryRunView
        {
            Done = isDone,
            Failed = run.HasFailed,
            Threads = threads.Count,
            Comments = threads.Sum(thread => thread.Comments),
            Seconds = Math.Round(run.Took.TotalSeconds, 3),
            Totals = DryRunTotals.Of(threads.SelectMany(thread => thread.Proposed)),
            Changes = [.. proposed.Take(MostChanges).Select(pair => DryRunChange.Of(pair.thread.Thread.Article.Value, pair.one))],
        };
    }
}

internal sealed record DryRunTotals
{
    /// <summary>Published comments that would wait for a moderator.</summary>
    public required int Hold { get; init; }

    public required int Reject { get; init; }

    /// <summary>Comments that wait and would be published.</summary>
    public required int Release { get; init; }

    public static DryRunTotals Of(IEnumerable<ProposedDecision> proposed)
    {
        var counts = proposed.CountBy(one => one.Decision).ToDictionary();
        return new DryRunTotals
        {
            Hold = counts.GetValueOrDefault(Decisions.Hold),
            Reject = counts.GetValueOrDefault(Decisions.Reject),
            Release = counts.GetValueOrDefault(Decisions.Approve),
        };
    }
}

internal sealed record DryRunChange
{
    public required string Article { get; init; }

    public required int Number { get; init; }

    /// <summary><c>hold</c>, <c>reject</c> or <c>release</c>.</summary>
    public required string Would { get; init; }

    /// <summary>Why; nothing for what would be released.</summary>
    public required IReadOnlyList<DryRunMatch> Matches { get; init; }

    public static DryRunChange Of(string article, ProposedDecision proposed) => new()
    {
        Article = article,
        Number = proposed.Number,
        Would = proposed.Decision == Decisions.Approve ? "release" : proposed.Decision,
        Matches = [.. proposed.Matches.GroupBy(match => (match.Entry, match.List)).Select(DryRunMatch.Of)],
    };
}

/// <summary>An entry of the lists, and where the comment has it.</summary>
internal sealed record DryRunMatch
{
    public required string Entry { get; init; }

    /// <summary>In UTF-16 code units of the comment's text.</summary>
    public required IReadOnlyList<SpanView> Spans { get; init; }

    public static DryRunMatch Of(IGrouping<(string Entry, WordListKind List), WordMatch> matches) => new()
    {
        Entry = matches.Key.Entry,
        Spans = [.. matches.Select(match => new SpanView { Start = match.Span.Start, Length = match.Span.Length })],
    };
}

/// <summary>What has become of a dry run's changes.</summary>
internal sealed record AppliedDryRun
{
    public required int Held { get; init; }

    public required int Rejected { get; init; }

    public required int Released { get; init; }

    /// <summary>Comments that somebody has edited, removed or decided about since the run.</summary>
    public required int Skipped { get; init; }

    /// <summary>Comments that could not be reached: apply again. Those that are done are not done twice.</summary>
    public required int Left { get; init; }
}
