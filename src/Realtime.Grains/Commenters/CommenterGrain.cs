using Orleans.Concurrency;
using Orleans.Placement;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Feeds;
using Realtime.Grains.Privacy;

namespace Realtime.Grains.Commenters;

/// <summary>The commenter's shell in Orleans. Its key is <c>site//person</c>: no article has an empty id, and an escaped person no slash.</summary>
[Reentrant, Immovable, GrainType(Type)]
internal sealed class CommenterGrain : Grain, ICommenterGrain, IErasingGrain
{
    public const string Type = "commenter";

    private readonly ServedAggregate<Commenter, CommenterCommand, CommenterEvent> _commenter;
    private readonly JournalKey _key;
    private readonly SiloAddress _silo;

    public CommenterGrain(IGrainContext context, Serving serving)
    {
        _silo = context.Address.SiloAddress!;
        _key = new JournalKey(context.GrainId.Key.ToString()!);
        _commenter = serving.Serve(new CommenterAggregate(), _key, DeactivateOnIdle);
    }

    public static JournalKey KeyOf(SiteId site, UserId user) => new($"{site}//{Uri.EscapeDataString(user.Value)}");

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _commenter.OpenAsync(cancellationToken);

    public Task<CommandOutcome> Execute(CommenterCommand command) => _commenter.ExecuteAsync(command);

    public Task<WatchAnswer> Watch(string host, IThreadObserver observer, ThreadPosition at, long opening) =>
        _commenter.WatchAsync(host, observer, at, opening, _silo);

    public Task Unwatch(string host, IThreadObserver observer) => _commenter.UnwatchAsync(host, observer);

    /// <summary>Of the person themselves everything goes; of others, what they were told of the person.</summary>
    public async Task Erase(UserId person)
    {
        var isOwn = _key.Value.EndsWith($"//{Uri.EscapeDataString(person.Value)}", StringComparison.Ordinal);
        if (isOwn) await _commenter.ExecuteAsync(new EraseCommenter { Actor = new Actor(CommenterRedaction.Erased, "", Roles.None) });
        await _commenter.Rewriting.RewriteAloneAsync(@event => isOwn ? CommenterRedaction.OfTheirOwn(@event) : CommenterRedaction.Of(@event, person));
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _commenter.CloseAsync();
}
