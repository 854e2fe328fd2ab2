using Realtime.Faults.Histories;

namespace Realtime.Faults.Checks;

/// <summary>C7: memory, waiting times and whatever else was gauged stayed within its limit.</summary>
internal sealed class WithinBounds : ICheck
{
    public string Name => "C7";

    public IEnumerable<Violation> Of(History history) => history.Gauges
        .Where(gauge => gauge.Value > gauge.Limit)
        .GroupBy(gauge => gauge.Name)
        .Select(gauges => gauges.MaxBy(gauge => gauge.Value)!)
        .Select(gauge => new Violation(Name, ViolationKind.OutOfBounds, $"{gauge.Name} was {gauge.Value:F0}, allowed are {gauge.Limit:F0}"));
}
