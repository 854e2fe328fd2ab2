namespace Realtime.Faults.Histories;

/// <summary>Milliseconds since the run began, on the one clock that all records share.</summary>
internal sealed class RunClock(TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();

    public TimeProvider Time => time;

    public double Now => time.GetElapsedTime(_began).TotalMilliseconds;
}
