using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Grains.Threads;

namespace Realtime.Grains.Replicas;

/// <summary>This host's read copies, by thread. Who asks for one that is being opened waits for the same opening; one that failed is not kept.</summary>
internal sealed class ThreadReplicas(
    IJournal journal, IThreadGrains grains, IOptions<ThreadReplicaOptions> options, TimeProvider time, ILogger<ThreadReplicas> logger) : IThreadReplicas
{
    private readonly ConcurrentDictionary<ThreadKey, Lazy<Task<Watched>>> _open = new();

    public async ValueTask<IThreadReplica> OpenAsync(ThreadKey key, CancellationToken cancellation)
    {
        while (true)
        {
            var opening = _open.GetOrAdd(key, static (key, self) => new Lazy<Task<Watched>>(() => self.LoadAsync(key)), this);
            try
            {
                var watched = opening.Value is { IsCompletedSuccessfully: true } done ? await done : await opening.Value.WaitAsync(cancellation);
                if (watched.Replica.TryUse()) return watched.Replica;
            }
            catch when (opening.Value.IsFaulted)
            {
                Forget(key, opening);
                throw;
            }

            // It was closed for idleness between being found and being used.
            Forget(key, opening);
        }
    }

    public IThreadReplica? Find(ThreadKey key) => Opened(key)?.Replica;

    /// <summary>Ends the watches of copies that nobody reads any more: a host without readers costs a thread nothing.</summary>
    public Task CloseIdleAsync()
    {
        var closing = new List<Task>();
        foreach (var (key, opening) in _open)
        {
            if (Opened(key) is not { } watched || !watched.Replica.TryClose(options.Value.IdleAfter)) continue;
            Forget(key, opening);
            closing.Add(watched.Watch.StopAsync());
        }

        return Task.WhenAll(closing);
    }

    /// <summary>Takes leave of all threads, when the host stops. The copies stay readable as they are.</summary>
    public Task CloseAllAsync() => Task.WhenAll(_open.Keys.Select(key => Opened(key)?.Watch.StopAsync() ?? Task.CompletedTask));

    /// <summary>Watches anew every thread that was served by a silo which is gone.</summary>
    public void LeaveSilos(Func<SiloAddress, bool> isGone)
    {
        foreach (var key in _open.Keys)
            if (Opened(key)?.Watch is { ServedBy: { } silo } watch && isGone(silo))
                watch.Renew();
    }

    private async Task<Watched> LoadAsync(ThreadKey key)
    {
        var loaded = await ThreadLoader.LoadAsync(journal, key.Journal, CancellationToken.None);
        var replica = new ThreadReplica(key, loaded, journal, options.Value, time, logger);
        var watch = new ThreadWatch(replica, grains, options.Value, time, logger);
        // Not awaited: what the journal says is current enough to begin with, and can be read while the thread itself cannot be reached. The
        // watch begins from the position just read, so that no event falls between.
        watch.Start();
        return new Watched(replica, watch);
    }

    private Watched? Opened(ThreadKey key) =>
        _open.TryGetValue(key, out var opening) && opening is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }
            ? opening.Value.GetAwaiter().GetResult()
            : null;

    private void Forget(ThreadKey key, Lazy<Task<Watched>> opening) => _open.TryRemove(new(key, opening));

    private sealed record Watched(ThreadReplica Replica, ThreadWatch Watch);
}
