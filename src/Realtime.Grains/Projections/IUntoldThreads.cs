using Microsoft.Extensions.Logging;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Grains.Aggregates;

namespace Realtime.Grains.Projections;

/// <summary>Threads that may have events which projections have not taken in yet.</summary>
public interface IUntoldThreads
{
    /// <summary>
    /// Returns when the projections know all that was in the journals of the site's threads at the call; false when a thread could not be asked in time, e.g. because
    /// it is never quiet. For what must not miss a comment of a moment ago.
    /// </summary>
    /// <exception cref="Discussion.Journal.JournalUnavailableException">The store cannot be read.</exception>
    Task<bool> TellAsync(SiteId site, TimeSpan patience, CancellationToken cancellation);
}

internal sealed class UntoldThreads(IProjectionProgress progress, IGrainFactory grains, ILogger<UntoldThreads> logger) : IUntoldThreads
{
    private const int AtOnce = 16;

    public async Task<bool> TellAsync(SiteId site, TimeSpan patience, CancellationToken cancellation)
    {
        var marked = (await progress.MarkedAsync()).Where(thread => thread.Site == site);
        var untold = 0;
        await Parallel.ForEachAsync(marked, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (thread, stop) =>
        {
            if (!await TryTellAsync(thread.ToString(), patience, stop)) Interlocked.Increment(ref untold);
        });
        return untold == 0;
    }

    private async Task<bool> TryTellAsync(string thread, TimeSpan patience, CancellationToken cancellation)
    {
        try
        {
            await grains.GetGrain<IProjectedThreadGrain>(thread).Tell().WaitAsync(patience, cancellation);
            return true;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            logger.RecoveryFailed(thread, e.Message);
            return false;
        }
    }
}
