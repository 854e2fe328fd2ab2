using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;

namespace Realtime.Grains.Sites;

/// <summary>This host's copies of the sites it serves. A copy once opened stays: sites are few, and every comment asks for one.</summary>
public interface ISiteCopies
{
    /// <exception cref="JournalUnavailableException">There is no copy yet, and the store cannot be read.</exception>
    ValueTask<ISiteCopy> OpenAsync(SiteId site, CancellationToken cancellation);

    /// <summary>The copy, if this host has one open.</summary>
    ISiteCopy? Find(SiteId site);
}

/// <summary>A site on this host, kept current.</summary>
public interface ISiteCopy
{
    SiteId Id { get; }

    /// <summary>As it is now. Immutable: hold on to it for as long as one answer needs it.</summary>
    Site Site { get; }

    ThreadPosition Position { get; }

    /// <inheritdoc cref="IAggregateCopy{TState,TEvent}.Since"/>
    (Site State, ThreadPosition Position, IReadOnlyList<SiteEvent>? Events) Since(ThreadPosition since);

    /// <inheritdoc cref="IAggregateCopy{TState,TEvent}.Follow"/>
    IDisposable Follow(Action changed);

    /// <inheritdoc cref="IAggregateCopy{TState,TEvent}.ReachAsync"/>
    ValueTask<bool> ReachAsync(ThreadPosition position, TimeSpan patience, CancellationToken cancellation);
}

internal sealed class SiteCopies : ISiteCopies
{
    private readonly OpenCopies<SiteId, AggregateCopy<Site, SiteCommand, SiteEvent>> _open;

    public SiteCopies(CopyKeeping keeping)
    {
        var kind = new SiteAggregate();
        _open = new(site => keeping.OpenAsync(kind, SiteGrain.Type, new JournalKey(site.Value)));
        Copies = new Kept(_open);
    }

    public IOpenCopies Copies { get; }

    public async ValueTask<ISiteCopy> OpenAsync(SiteId site, CancellationToken cancellation) => new Copy(site, await _open.OpenAsync(site, cancellation));

    public ISiteCopy? Find(SiteId site) => _open.Find(site) is { } copy ? new Copy(site, copy) : null;

    private sealed record Copy(SiteId Id, AggregateCopy<Site, SiteCommand, SiteEvent> Of) : ISiteCopy
    {
        public Site Site => Of.State;

        public ThreadPosition Position => Of.Position;

        public (Site State, ThreadPosition Position, IReadOnlyList<SiteEvent>? Events) Since(ThreadPosition since) => Of.Since(since);

        public IDisposable Follow(Action changed) => Of.Follow(changed);

        public ValueTask<bool> ReachAsync(ThreadPosition position, TimeSpan patience, CancellationToken cancellation) =>
            Of.ReachAsync(position, patience, cancellation);
    }

    /// <summary>Threads hold on to the copies for as long as they live.</summary>
    private sealed class Kept(IOpenCopies copies) : IOpenCopies
    {
        public Task CloseIdleAsync(TimeSpan idleAfter) => Task.CompletedTask;

        public Task CloseAllAsync() => copies.CloseAllAsync();

        public void LeaveSilos(Func<SiloAddress, bool> isGone) => copies.LeaveSilos(isGone);
    }
}
