using Orleans.Concurrency;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Feeds;

/// <summary>
/// A host's receiving end for one thread. A method that is added here must not be one-way: a silo of the version before, which does not know it, would
/// close the connection instead of answering, and lose what else is on it.
/// </summary>
[Alias("thread-observer")]
public interface IThreadObserver : IGrainObserver
{
    /// <summary>Takes the batch in and answers what the host has now. Never waits for readers.</summary>
    [Alias("changed"), ResponseTimeout("00:00:03")]
    Task<ThreadPosition> Changed(ThreadBatch batch);

    /// <summary>The thread stops being served where it was: watch anew. A hint; renewal finds out without it.</summary>
    [Alias("moving"), OneWay]
    Task Moving();

    /// <summary>Who is there on the other hosts together. Without a position, at most once a second, and not repeated when it is lost.</summary>
    [Alias("attended"), ResponseTimeout("00:00:03")]
    Task Attended(Attendance elsewhere);
}
