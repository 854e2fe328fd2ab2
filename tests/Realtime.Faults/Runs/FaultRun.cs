using Realtime.Faults.Clusters;
using Realtime.Faults.Histories;

namespace Realtime.Faults.Runs;

/// <summary>All that a fault works with while it runs.</summary>
internal sealed class FaultRun(string name, RunOptions options, string directory, HistoryRecorder recorder, RunClock clock, CancellationToken cancellation)
{
    private readonly List<string> _failures = [];
    private readonly List<string> _notes = [];

    public RunOptions Options => options;

    public string Directory => directory;

    public HistoryRecorder Recorder => recorder;

    public RunClock Clock => clock;

    public CancellationToken Cancellation => cancellation;

    /// <summary>The same for the same seed and fault. What the machine does meanwhile is its own.</summary>
    public Random Random { get; } = SeededFor(options.Seed, name);

    public Expectations Expectations { get; private set; } = new();

    public IReadOnlyList<string> Failures => _failures;

    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Appends that the store refused, null where it cannot be told.</summary>
    public int? Fenced { get; set; }

    public int RoundsDone { get; private set; }

    public int RoundsOr(int normally, int quickly) => options.Rounds ?? (options.Quick ? quickly : normally);

    public TimeSpan Seconds(double normally, double quickly) => TimeSpan.FromSeconds(options.Quick ? quickly : normally);

    public Random NewRandom() => new(Random.Next());

    public Task<Cluster> StartAsync(ClusterPlan plan) => Cluster.StartAsync(this, plan);

    public Task<Load> LoadAsync(Cluster cluster, LoadPlan? plan = null) => Load.StartAsync(this, cluster.Hosts, plan ?? new LoadPlan());

    public Task WaitAsync(TimeSpan time) => Task.Delay(time, cancellation);

    /// <summary>A fault begins: gaps are measured from here.</summary>
    public void Disturb(string what)
    {
        RoundsDone++;
        recorder.Record(new Mark(clock.Now, MarkKind.Disturbed, what));
    }

    public void Heal(string what) => recorder.Record(new Mark(clock.Now, MarkKind.Healed, what));

    public void Measure(string what, double value, double limit) => recorder.Record(new Gauge(clock.Now, what, value, limit));

    public void Expect(Expectations expectations)
    {
        Expectations = expectations;
        recorder.Record(expectations);
    }

    /// <summary>A promise of this fault alone, beside the seven checks.</summary>
    public void Require(bool holds, string otherwise)
    {
        if (!holds) _failures.Add(otherwise);
    }

    public void Note(string what) => _notes.Add(what);

    private static Random SeededFor(int seed, string name) => new(name.Aggregate(seed, (hash, letter) => (hash * 31) + letter));
}
