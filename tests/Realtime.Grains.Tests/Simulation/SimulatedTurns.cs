using Microsoft.Extensions.Time.Testing;

namespace Realtime.Grains.Tests.Simulation;

/// <summary>
/// Runs everything on one thread, in one order, by one clock: the same seed always gives the same run. The clock moves on only when nothing is left
/// to do at its time.
/// </summary>
internal sealed class SimulatedTurns : SynchronizationContext
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);
    private readonly Queue<(SendOrPostCallback, object?)> _turns = [];

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public long TurnsTaken { get; private set; }

    public override void Post(SendOrPostCallback d, object? state) => _turns.Enqueue((d, state));

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("A turn must not wait for another.");

    /// <summary>Runs until the work is done.</summary>
    public void Run(Func<Task> work, TimeSpan atMost)
    {
        var outside = Current;
        SetSynchronizationContext(this);
        try
        {
            var done = work();
            for (var end = Time.GetUtcNow() + atMost; !done.IsCompleted; Time.Advance(Tick))
            {
                TakeTurns();
                if (Time.GetUtcNow() > end) throw new TimeoutException("The simulation has not come to its end.");
            }

            done.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outside);
        }
    }

    private void TakeTurns()
    {
        for (; _turns.TryDequeue(out var turn); TurnsTaken++) turn.Item1(turn.Item2);
    }
}
