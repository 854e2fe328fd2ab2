using Orleans.Concurrency;
using Orleans.Placement;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Feeds;

namespace Realtime.Grains.Commenters;

/// <summary>The commenter's shell in Orleans. Its key is <c>site//person</c>: no article has an empty id, and an escaped person no slash.</summary>
[Reentrant, Immovable, GrainType(Type)]
internal sealed class CommenterGrain : Grain, ICommenterGrain
{
    public const string Type = "commenter";

    private readonly ServedAggregate<Commenter, CommenterCommand, CommenterEvent> _commenter;
    private readonly SiloAddress _silo;

    public CommenterGrain(IGrainContext context, Serving serving)
    {
        _silo = context.Address.SiloAddress!;
        _commenter = serving.Serve(new CommenterAggregate(), new JournalKey(context.GrainId.Key.ToString()!), DeactivateOnIdle);
    }

    public static JournalKey KeyOf(SiteId site, UserId user) => new($"{site}//{Uri.EscapeDataString(user.Value)}");

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _commenter.OpenAsync(cancellationToken);

    public Task<CommandOutcome> Execute(CommenterCommand command) => _commenter.ExecuteAsync(command);

    public Task<WatchAnswer> Watch(string host, IThreadObserver observer, ThreadPosition at, long opening) =>
        _commenter.WatchAsync(host, observer, at, opening, _silo);

    public Task Unwatch(string host, IThreadObserver observer) => _commenter.UnwatchAsync(host, observer);

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _commenter.CloseAsync();
}
