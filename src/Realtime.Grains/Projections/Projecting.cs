using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Projections;

namespace Realtime.Grains.Projections;

/// <summary>What every thread needs to tell its projections.</summary>
internal sealed class Projecting(
    IEnumerable<IProjection> projections, IProjectionProgress progress, IJournal journal, IOptions<ProjectionOptions> options, TimeProvider time,
    ILogger<Projecting> logger) : ILifecycleParticipant<ISiloLifecycle>
{
    private volatile bool _isStopping;

    public IReadOnlyList<IProjection> Projections { get; } = [.. projections];

    public IProjectionProgress Progress => progress;

    public IJournal Journal => journal;

    public ProjectionOptions Options => options.Value;

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    /// <summary>The silo is going: whoever waits until everything has been told would keep it, and what is untold is found by the marks.</summary>
    public bool IsStopping => _isStopping;

    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(nameof(Projecting), ServiceLifecycleStage.Active, _ => Task.CompletedTask, _ =>
    {
        Stop();
        return Task.CompletedTask;
    });

    public void Stop() => _isStopping = true;
}
