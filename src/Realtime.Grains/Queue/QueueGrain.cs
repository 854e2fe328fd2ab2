using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Placement;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Feeds;
using Realtime.Grains.Privacy;

namespace Realtime.Grains.Queue;

/// <summary>The queue's shell in Orleans. Its key is <c>site//</c>: no article has an empty id.</summary>
[Reentrant, Immovable, GrainType(Type)]
internal sealed class QueueGrain : Grain, IQueueGrain, IErasingGrain
{
    public const string Type = "moderation-queue";

    private readonly ServedAggregate<ModerationQueue, QueueCommand, QueueEvent> _queue;
    private readonly SiloAddress _silo;

    public QueueGrain(IGrainContext context, Serving serving, IOptions<QueueOptions> options)
    {
        _silo = context.Address.SiloAddress!;
        _queue = serving.Serve(new QueueAggregate(options.Value), new JournalKey(context.GrainId.Key.ToString()!), DeactivateOnIdle);
    }

    public static JournalKey KeyOf(SiteId site) => new($"{site}//");

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _queue.OpenAsync(cancellationToken);

    public Task<CommandOutcome> Execute(QueueCommand command) => _queue.ExecuteAsync(command);

    public Task<WatchAnswer> Watch(string host, IThreadObserver observer, ThreadPosition at, long opening) =>
        _queue.WatchAsync(host, observer, at, opening, _silo);

    public Task Unwatch(string host, IThreadObserver observer) => _queue.UnwatchAsync(host, observer);

    public Task Erase(UserId person) => _queue.Rewriting.RewriteAloneAsync(_ => @event => QueueRedaction.Of(@event, person));

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _queue.CloseAsync();
}
