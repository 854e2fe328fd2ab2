using Realtime.Faults.Histories;

namespace Realtime.Faults.Checks;

/// <summary>One promise, held against a recorded history.</summary>
internal interface ICheck
{
    /// <summary>C1 to C7.</summary>
    string Name { get; }

    IEnumerable<Violation> Of(History history);
}

/// <summary>All promises.</summary>
internal static class Checker
{
    public static IReadOnlyList<ICheck> All { get; } =
        [new AcknowledgedOnce(), new OtherwiseAtMostOnce(), new DenseLog(), new OneOrder(), new Converged(), new NoPhantoms(), new WithinBounds()];

    public static IReadOnlyList<Violation> Check(History history) => [.. All.SelectMany(check => check.Of(history))];
}
