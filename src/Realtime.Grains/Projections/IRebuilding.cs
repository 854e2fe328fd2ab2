using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;

namespace Realtime.Grains.Projections;

/// <summary>Makes a projection of a site anew from the journals of its threads.</summary>
public interface IRebuilding
{
    IReadOnlyList<string> Projections { get; }

    /// <summary>Returns how many threads were told again. What happens meanwhile is told as ever.</summary>
    Task<int> RebuildAsync(string projection, SiteId site, CancellationToken cancellation);
}

internal sealed class Rebuilding(IEnumerable<IProjection> projections, IProjectionProgress progress, IGrainFactory grains) : IRebuilding
{
    public IReadOnlyList<string> Projections { get; } = [.. projections.Select(projection => projection.Name)];

    public async Task<int> RebuildAsync(string projection, SiteId site, CancellationToken cancellation)
    {
        // Forgotten first: should this end half way, every thread tells everything when it is next opened.
        await progress.ForgetAsync(projection, site);
        await projections.Single(one => one.Name == projection).ClearAsync(site, cancellation);
        var threads = 0;
        await foreach (var thread in progress.ThreadsAsync(site, cancellation))
        {
            await grains.GetGrain<IProjectedThreadGrain>(thread.ToString()).Retell(projection).WaitAsync(cancellation);
            threads++;
        }

        return threads;
    }
}
