namespace Realtime.Grains.Projections;

/// <summary>The thread's grain, to those who see to it that projections are told everything. (Its own interface: a silo of an earlier version does not have it.)</summary>
[Alias("projected-thread")]
internal interface IProjectedThreadGrain : IGrainWithStringKey
{
    /// <summary>Returns when all projections have taken in what the thread has; being activated for it is enough to begin.</summary>
    [Alias("tell"), ResponseTimeout("00:01:00")]
    Task Tell();

    /// <summary>Tells one projection everything again.</summary>
    [Alias("retell"), ResponseTimeout("00:10:00")]
    Task Retell(string projection);
}
