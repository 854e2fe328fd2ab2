using System.Runtime.InteropServices;

namespace Realtime.Server.Draining;

/// <summary>Turns SIGTERM, SIGINT and SIGQUIT into a drain followed by the stop of the host; a second signal stops at once.</summary>
internal sealed class DrainingLifetime(Drain drain, IHostApplicationLifetime application) : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];
    private int _signalled;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        foreach (var signal in new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT })
            _signals.Add(PosixSignalRegistration.Create(signal, OnSignal));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _signals.ForEach(signal => signal.Dispose());

    /// <summary>Drains and stops the host.</summary>
    public async Task LeaveAsync()
    {
        await drain.RunAsync();
        application.StopApplication();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (Interlocked.Exchange(ref _signalled, 1) == 0) _ = LeaveAsync();
        else application.StopApplication();
    }
}
