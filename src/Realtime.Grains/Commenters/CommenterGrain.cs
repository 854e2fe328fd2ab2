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

    /// <summary>Of the person themselves everything goes, the journal too; of others, what they were told of the person, and that they ignored them.</summary>
    public Task Erase(UserId person) => _key.Value.EndsWith($"//{Uri.EscapeDataString(person.Value)}", StringComparison.Ordinal)
        ? EraseOwnAsync()
        : _commenter.Rewriting.RewriteAloneAsync(_ => @event => CommenterRedaction.Of(@event, person));

    /// <summary>First the event, which reaches all hosts that have a copy: what is left to read of it until they look anew is nothing.</summary>
    private async Task EraseOwnAsync()
    {
        await _commenter.ExecuteAsync(new EraseCommenter { Actor = new Actor(UserId.Erased, "", Roles.None) });
        await _commenter.Rewriting.DeleteAloneAsync();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _commenter.CloseAsync();
}
