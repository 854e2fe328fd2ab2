using System.Collections.Concurrent;

namespace Realtime.Grains.Feeds;

/// <summary>A copy and what keeps it current.</summary>
internal sealed record WatchedCopy<TCopy>(TCopy Copy, IFedCopy Fed, FeedWatch Watch);

/// <summary>The open copies of one kind that a silo's life ends, and a silo's death concerns.</summary>
internal interface IOpenCopies
{
    /// <summary>Ends the watches of copies that nobody reads any more: a host without readers costs a grain nothing.</summary>
    Task CloseIdleAsync(TimeSpan idleAfter);

    /// <summary>Takes leave of all grains, when the host stops. The copies stay readable as they are.</summary>
    Task CloseAllAsync();

    /// <summary>Watches anew everything that was served by a silo which is gone.</summary>
    void LeaveSilos(Func<SiloAddress, bool> isGone);
}

/// <summary>This host's copies of one kind, by key. Who asks for one that is being opened waits for the same opening; one that failed is not kept.</summary>
internal sealed class OpenCopies<TKey, TCopy>(Func<TKey, Task<WatchedCopy<TCopy>>> load) : IOpenCopies
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<WatchedCopy<TCopy>>>> _open = new();

    public async ValueTask<TCopy> OpenAsync(TKey key, CancellationToken cancellation)
    {
        while (true)
        {
            var opening = _open.GetOrAdd(key, static (key, load) => new Lazy<Task<WatchedCopy<TCopy>>>(() => load(key)), load);
            try
            {
                var watched = opening.Value is { IsCompletedSuccessfully: true } done ? await done : await opening.Value.WaitAsync(cancellation);
                if (watched.Fed.TryUse()) return watched.Copy;
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

    /// <summary>The copy, if there is one open.</summary>
    public TCopy? Find(TKey key) => Opened(key) is { } watched ? watched.Copy : default;

    public Task CloseIdleAsync(TimeSpan idleAfter)
    {
        var closing = new List<Task>();
        foreach (var (key, opening) in _open)
        {
            if (Opened(key) is not { } watched || !watched.Fed.TryClose(idleAfter)) continue;
            Forget(key, opening);
            closing.Add(watched.Watch.StopAsync());
        }

        return Task.WhenAll(closing);
    }

    public Task CloseAllAsync() => Task.WhenAll(_open.Keys.Select(key => Opened(key)?.Watch.StopAsync() ?? Task.CompletedTask));

    public void LeaveSilos(Func<SiloAddress, bool> isGone)
    {
        foreach (var key in _open.Keys)
            if (Opened(key)?.Watch is { ServedBy: { } silo } watch && isGone(silo))
                watch.Renew();
    }

    private WatchedCopy<TCopy>? Opened(TKey key) =>
        _open.TryGetValue(key, out var opening) && opening is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }
            ? opening.Value.GetAwaiter().GetResult()
            : null;

    private void Forget(TKey key, Lazy<Task<WatchedCopy<TCopy>>> opening) => _open.TryRemove(new(key, opening));
}
