using Realtime.Faults.Clients;

namespace Realtime.Faults.Runs;

/// <summary>Who writes and reads while a fault strikes.</summary>
internal sealed record LoadPlan
{
    public int Writers { get; init; } = 8;

    /// <summary>Half of them read the hot thread, the others any.</summary>
    public int Readers { get; init; } = 30;

    public WriterTerms Writing { get; init; } = new();

    public ReaderTerms Reading { get; init; } = new();

    /// <summary>Begins the numbering of writers and readers, when a run has several loads.</summary>
    public int Numbering { get; init; }
}
