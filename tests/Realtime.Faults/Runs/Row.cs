using Realtime.Faults.Checks;

namespace Realtime.Faults.Runs;

internal enum Verdict
{
    Passed,
    Failed,
    Skipped,
}

/// <summary>What one fault came to.</summary>
internal sealed record Row
{
    public required string Fault { get; init; }

    public required Verdict Verdict { get; init; }

    public int Rounds { get; init; }

    public Figures? Figures { get; init; }

    public int? Fenced { get; init; }

    public double Seconds { get; init; }

    public IReadOnlyList<Violation> Violations { get; init; } = [];

    /// <summary>Why it failed beside violations, or was skipped; and what is worth knowing.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Where the history is, when it was kept.</summary>
    public string? Directory { get; init; }

    public long Count(ViolationKind kind) => Violations.Where(violation => violation.Kind == kind).Sum(violation => violation.Count);
}
