namespace Realtime.LoadTest.Runs;

/// <summary>How long something took, many times.</summary>
internal sealed class Latencies
{
    private readonly List<TimeSpan> _all = [];

    public int Count => _all.Count;

    public void Add(IEnumerable<TimeSpan> more) => _all.AddRange(more);

    public void Add(TimeSpan one) => _all.Add(one);

    /// <summary>The time within which this share of all was done; null when there is none.</summary>
    public TimeSpan? Within(double share) => _all.Count == 0 ? null : _all.Order().ElementAt(Math.Min(_all.Count - 1, (int)(_all.Count * share)));
}
