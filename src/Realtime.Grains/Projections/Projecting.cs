using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Projections;

namespace Realtime.Grains.Projections;

/// <summary>What every thread needs to tell its projections.</summary>
internal sealed class Projecting(
    IEnumerable<IProjection> projections, IProjectionProgress progress, IJournal journal, IOptions<ProjectionOptions> options, TimeProvider time,
    ILogger<Projecting> logger)
{
    public IReadOnlyList<IProjection> Projections { get; } = [.. projections];

    public IProjectionProgress Progress => progress;

    public IJournal Journal => journal;

    public ProjectionOptions Options => options.Value;

    public TimeProvider Time => time;

    public ILogger Logger => logger;
}
