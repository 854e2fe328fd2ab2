using Microsoft.Extensions.Options;
using Realtime.Grains.Feeds;

namespace Realtime.Grains.Replicas;

/// <summary>Ties the copies to the silo's life: listens for silos that go, closes idle copies, and takes leave of the grains at the end.</summary>
internal sealed class ReplicaUpkeep(
    IEnumerable<IOpenCopies> copies, IClusterMembershipService membership, IOptions<ReplicaOptions> options, TimeProvider time)
    : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(ReplicaUpkeep), ServiceLifecycleStage.Active, StartAsync, StopAsync);

    public void Dispose() => _stopping.Dispose();

    private Task StartAsync(CancellationToken cancellation)
    {
        _running = Task.WhenAll(ListenAsync(), SweepAsync());
        return Task.CompletedTask;
    }

    private async Task StopAsync(CancellationToken cancellation)
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(copies.Select(kind => kind.CloseAllAsync())).WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ListenAsync()
    {
        await foreach (var snapshot in membership.MembershipUpdates.WithCancellation(_stopping.Token))
            foreach (var kind in copies)
                kind.LeaveSilos(silo => snapshot.GetSiloStatus(silo) is not SiloStatus.Active);
    }

    private async Task SweepAsync()
    {
        using var timer = new PeriodicTimer(options.Value.IdleAfter / 4, time);
        while (await timer.WaitForNextTickAsync(_stopping.Token)) 
            foreach (var kind in copies)
                await kind.CloseIdleAsync(options.Value.IdleAfter);
    }
}
