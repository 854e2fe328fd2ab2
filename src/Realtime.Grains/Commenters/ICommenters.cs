using Microsoft.Extensions.Logging;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Feeds;

namespace Realtime.Grains.Commenters;

/// <summary>What people have on sites beside their comments, for hosts.</summary>
public interface ICommenters
{
    /// <inheritdoc cref="Threads.IThreadCommands.ExecuteAsync"/>
    Task<CommandOutcome> ExecuteAsync(SiteId site, UserId user, CommenterCommand command);

    /// <summary>This host's copy, one however many ask, kept for as long as somebody follows or reads it.</summary>
    /// <exception cref="JournalUnavailableException">There is no copy yet, and the store cannot be read.</exception>
    ValueTask<IAggregateCopy<Commenter, CommenterEvent>> OpenAsync(SiteId site, UserId user, CancellationToken cancellation);

    /// <summary>
    /// The same, but null of somebody who has nothing here: most readers who sign in never will, and a copy of each would cost a grain and a place in the store.
    /// </summary>
    /// <exception cref="JournalUnavailableException">There is no copy yet, and the store cannot be read.</exception>
    ValueTask<IAggregateCopy<Commenter, CommenterEvent>?> FindAsync(SiteId site, UserId user, CancellationToken cancellation);

    /// <summary>Whether somebody has anything here.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be read.</exception>
    ValueTask<bool> IsKnownAsync(SiteId site, UserId user, CancellationToken cancellation);
}

internal sealed class Commenters : ICommenters
{
    private readonly IGrainFactory _grains;
    private readonly IJournal _journal;
    private readonly ILogger _logger;
    private readonly OpenCopies<JournalKey, AggregateCopy<Commenter, CommenterCommand, CommenterEvent>> _open;

    public Commenters(IGrainFactory grains, IJournal journal, CopyKeeping keeping, ILogger<Commenters> logger)
    {
        (_grains, _journal, _logger) = (grains, journal, logger);
        var kind = new CommenterAggregate();
        _open = new(key => keeping.OpenAsync(kind, CommenterGrain.Type, key));
    }

    public IOpenCopies Copies => _open;

    public Task<CommandOutcome> ExecuteAsync(SiteId site, UserId user, CommenterCommand command)
    {
        var key = CommenterGrain.KeyOf(site, user).Value;
        return _logger.AskAsync(key, command, () => _grains.GetGrain<ICommenterGrain>(key).Execute(command));
    }

    public async ValueTask<IAggregateCopy<Commenter, CommenterEvent>> OpenAsync(SiteId site, UserId user, CancellationToken cancellation) =>
        await _open.OpenAsync(CommenterGrain.KeyOf(site, user), cancellation);

    public async ValueTask<IAggregateCopy<Commenter, CommenterEvent>?> FindAsync(SiteId site, UserId user, CancellationToken cancellation)
    {
        var key = CommenterGrain.KeyOf(site, user);
        return _open.Find(key) is not null || await IsKnownAsync(site, user, cancellation) ? await _open.OpenAsync(key, cancellation) : null;
    }

    public async ValueTask<bool> IsKnownAsync(SiteId site, UserId user, CancellationToken cancellation) =>
        (await _journal.ReadAsync(CommenterGrain.KeyOf(site, user), after: 0, max: 1, cancellation)).Through > 0;
}
