using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Feeds;

namespace Realtime.Grains.Queue;

/// <summary>The moderation queues of sites, for hosts.</summary>
public interface IQueues
{
    /// <inheritdoc cref="Threads.IThreadCommands.ExecuteAsync"/>
    Task<CommandOutcome> ExecuteAsync(SiteId site, QueueCommand command);

    /// <summary>This host's copy, kept for as long as somebody follows or reads it.</summary>
    /// <exception cref="Discussion.Journal.JournalUnavailableException">There is no copy yet, and the store cannot be read.</exception>
    ValueTask<IAggregateCopy<ModerationQueue, QueueEvent>> OpenAsync(SiteId site, CancellationToken cancellation);
}

internal sealed class Queues : IQueues
{
    private readonly IGrainFactory _grains;
    private readonly ILogger _logger;
    private readonly OpenCopies<SiteId, AggregateCopy<ModerationQueue, QueueCommand, QueueEvent>> _open;

    public Queues(IGrainFactory grains, CopyKeeping keeping, IOptions<QueueOptions> options, ILogger<Queues> logger)
    {
        (_grains, _logger) = (grains, logger);
        var kind = new QueueAggregate(options.Value);
        _open = new(site => keeping.OpenAsync(kind, QueueGrain.Type, QueueGrain.KeyOf(site)));
    }

    public IOpenCopies Copies => _open;

    public Task<CommandOutcome> ExecuteAsync(SiteId site, QueueCommand command)
    {
        var key = QueueGrain.KeyOf(site).Value;
        return _logger.AskAsync(key, command, () => _grains.GetGrain<IQueueGrain>(key).Execute(command));
    }

    public async ValueTask<IAggregateCopy<ModerationQueue, QueueEvent>> OpenAsync(SiteId site, CancellationToken cancellation) =>
        await _open.OpenAsync(site, cancellation);
}
