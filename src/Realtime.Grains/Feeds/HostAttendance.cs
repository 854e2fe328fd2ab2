namespace Realtime.Grains.Feeds;

/// <summary>Who is there: the readers of this host, and what was last told of the others.</summary>
/// <param name="heard">Called when <see cref="Elsewhere"/> has changed.</param>
internal sealed class HostAttendance(Action heard)
{
    private Attendance _here = Attendance.Nobody;
    private Attendance _elsewhere = Attendance.Nobody;

    public Attendance Here => Volatile.Read(ref _here);

    public Attendance Elsewhere => Volatile.Read(ref _elsewhere);

    /// <summary>Called when <see cref="Here"/> has changed.</summary>
    public Action Attending { private get; set; } = () => { };

    public void Attend(Attendance here)
    {
        if (!here.Equals(Interlocked.Exchange(ref _here, here))) Attending();
    }

    /// <summary>Takes in what the thread tells of the other hosts.</summary>
    public void Hear(Attendance elsewhere)
    {
        if (!elsewhere.Equals(Interlocked.Exchange(ref _elsewhere, elsewhere))) heard();
    }
}
