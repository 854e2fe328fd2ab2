using Microsoft.Extensions.Logging.Abstractions;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;

namespace Realtime.Grains.Tests.Simulation;

/// <summary>
/// Where the thread is activated. Activations crash without a word, and sometimes a second one comes up while the first lives on and is still
/// called by those who have not heard of it.
/// </summary>
internal sealed class SimulatedSilos(IJournal store, SimulatedWire wire)
{
    private static readonly WriterOptions Options = new() { SnapshotEvery = 50, QueueLimit = 8 };

    private Activation? _current;
    private Activation? _former;

    public int Activations { get; private set; }

    /// <summary>The activation that a call reaches: the present one, or for a while the one before.</summary>
    public Task<ServedAggregate<ArticleThread, ThreadCommand, ThreadEvent>> ReachAsync() => _former is { } former && wire.Happens(0.2) ? former.Opened : (_current ??= Activate()).Opened;

    public void Crash()
    {
        if (_current is null) return;
        _current.Store.IsDead = true;
        (_former, _current) = (null, null);
    }

    public void Duplicate() => (_former, _current) = (_current, null);

    private Activation Activate()
    {
        Activations++;
        var activation = new Activation(new SimulatedStore(store, wire));
        activation.Opened = OpenAsync(activation);
        return activation;
    }

    private async Task<ServedAggregate<ArticleThread, ThreadCommand, ThreadEvent>> OpenAsync(Activation activation)
    {
        var thread = Say.Serve(activation.Store, Options, wire.Time, NullLogger.Instance);
        thread.Failed = () => Leave(activation, thread);
        try
        {
            await thread.OpenAsync(CancellationToken.None);
        }
        catch (Exception)
        {
            Forget(activation);
            throw;
        }

        return thread;
    }

    private async void Leave(Activation activation, ServedAggregate<ArticleThread, ThreadCommand, ThreadEvent> thread)
    {
        Forget(activation);
        await thread.CloseAsync();
    }

    private void Forget(Activation activation)
    {
        if (_current == activation) _current = null;
        if (_former == activation) _former = null;
    }

    private sealed class Activation(SimulatedStore store)
    {
        public SimulatedStore Store => store;

        public Task<ServedAggregate<ArticleThread, ThreadCommand, ThreadEvent>> Opened { get; set; } = null!;
    }
}
