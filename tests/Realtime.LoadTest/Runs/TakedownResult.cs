namespace Realtime.LoadTest.Runs;

/// <summary>What was measured of one kind of decision.</summary>
/// <param name="What">Its name.</param>
internal sealed record TakedownResult(string What)
{
    /// <summary>From sending the decision to a connection's having it.</summary>
    public Latencies Receipts { get; } = new();

    /// <summary>From sending the decision to the last connection's having it.</summary>
    public Latencies Slowest { get; } = new();

    /// <summary>From sending the decision to its answer.</summary>
    public Latencies Answers { get; } = new();

    /// <summary>Connections that were not reached.</summary>
    public int Missing { get; private set; }

    public void Take(IReadOnlyList<TimeSpan> receipts, int expected, TimeSpan answer)
    {
        Receipts.Add(receipts);
        if (receipts.Count > 0) Slowest.Add(receipts.Max());
        Answers.Add(answer);
        Missing += expected - receipts.Count;
    }
}
