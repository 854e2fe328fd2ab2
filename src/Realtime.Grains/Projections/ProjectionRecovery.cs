using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Realtime.Discussion.Projections;
using Realtime.Grains.Aggregates;

namespace Realtime.Grains.Projections;

/// <summary>Finds the threads that may have events which no projection has seen, because the silo that wrote them died, and has them told.</summary>
internal sealed class ProjectionRecovery(
    IProjectionProgress progress, IGrainFactory grains, IOptions<ProjectionOptions> options, TimeProvider time, ILogger<ProjectionRecovery> logger)
    : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(ProjectionRecovery), ServiceLifecycleStage.Active, StartAsync, StopAsync);

    public void Dispose() => _stopping.Dispose();

    private Task StartAsync(CancellationToken cancellation)
    {
        _running = RunAsync();
        return Task.CompletedTask;
    }

    private async Task StopAsync(CancellationToken cancellation)
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunAsync()
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(options.Value.RecoverEvery, time);
        do await RecoverAsync();
        while (await timer.WaitForNextTickAsync(_stopping.Token));
    }

    private async Task RecoverAsync()
    {
        try
        {
            foreach (var thread in await progress.MarkedAsync())
            {
                _stopping.Token.ThrowIfCancellationRequested();
                await TellAsync(thread.ToString());
            }
        }
        catch (Exception e) when (!_stopping.IsCancellationRequested)
        {
            logger.MarksUnread(e.Message);
        }
    }

    private async Task TellAsync(string thread)
    {
        try
        {
            await grains.GetGrain<IProjectedThreadGrain>(thread).Tell().WaitAsync(_stopping.Token);
        }
        catch (Exception e) when (!_stopping.IsCancellationRequested)
        {
            logger.RecoveryFailed(thread, e.Message);
        }
    }
}
