using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.Words;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.DryRuns;

/// <summary>How far a run has come.</summary>
[GenerateSerializer, Immutable, Alias("dry-run-report")]
public sealed record DryRunReport
{
    [Id(0)]
    public required bool Done { get; init; }

    /// <summary>It ended before it had read everything.</summary>
    [Id(1)]
    public required bool Failed { get; init; }

    /// <summary>Threads read.</summary>
    [Id(2)]
    public required int Threads { get; init; }

    /// <summary>Comments looked at: those that readers see, and those that wait.</summary>
    [Id(3)]
    public required int Comments { get; init; }

    [Id(4)]
    public required TimeSpan Took { get; init; }

    [Id(5)]
    public required int Hold { get; init; }

    [Id(6)]
    public required int Reject { get; init; }

    [Id(7)]
    public required int Release { get; init; }

    /// <summary>The first by article and number, so many as <see cref="FirstChanges.Most"/>.</summary>
    [Id(8)]
    public required IReadOnlyList<ProposedChange> Changes { get; init; }
}

/// <summary>What would become of a comment, for people to read.</summary>
[GenerateSerializer, Immutable, Alias("proposed-change")]
public sealed record ProposedChange(
    [property: Id(0)] ArticleId Article, [property: Id(1)] int Number, [property: Id(2)] string Decision, [property: Id(3)] IReadOnlyList<MatchedEntry> Matches);

/// <summary>An entry of the lists, and where the comment has it.</summary>
[GenerateSerializer, Immutable, Alias("matched-entry")]
public sealed record MatchedEntry([property: Id(0)] string Entry, [property: Id(1)] IReadOnlyList<TextSpan> Spans);

/// <summary>What a run has come to.</summary>
[GenerateSerializer, Immutable, Alias("dry-run-outcome")]
public sealed record DryRunOutcome
{
    [Id(0)]
    public required bool Done { get; init; }

    [Id(1)]
    public required bool Failed { get; init; }

    [Id(2)]
    public required WordLists Lists { get; init; }

    /// <summary>The rule that a rejection names.</summary>
    [Id(3)]
    public int? Rule { get; init; }

    /// <summary>In how many parts its decisions are handed out.</summary>
    [Id(4)]
    public required int Parts { get; init; }

    /// <summary>Decisions beyond <see cref="DryRun.MostProposed"/>, of which only the number is known.</summary>
    [Id(5)]
    public required int Surplus { get; init; }
}

/// <summary>What would be decided in a thread, or in a part of it, and how far its journal was read for that.</summary>
[GenerateSerializer, Immutable, Alias("tried-thread")]
public sealed record TriedThread([property: Id(0)] ThreadKey Thread, [property: Id(1)] ThreadPosition Through, [property: Id(2)] IReadOnlyList<ProposedVerdict> Proposed);

/// <summary>A decision to be made, and what was known of the comment then.</summary>
[GenerateSerializer, Immutable, Alias("proposed-verdict")]
public readonly record struct ProposedVerdict(
    [property: Id(0)] int Number, [property: Id(1)] int Revision, [property: Id(2)] int After, [property: Id(3)] string Decision);

/// <summary>All that a run proposes. Parts of one thread follow one another.</summary>
public sealed record DryRunProposal(DryRunOutcome Outcome, IReadOnlyList<TriedThread> Threads);
