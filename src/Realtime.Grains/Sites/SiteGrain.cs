using Orleans.Concurrency;
using Orleans.Placement;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Commenters;
using Realtime.Grains.Feeds;
using Realtime.Grains.Privacy;

namespace Realtime.Grains.Sites;

/// <summary>The site's shell in Orleans.</summary>
[Reentrant, Immovable, GrainType(Type)]
internal sealed class SiteGrain : Grain, ISiteGrain, IErasingGrain
{
    public const string Type = "site";

    private readonly ServedAggregate<Site, SiteCommand, SiteEvent> _site;
    private readonly SanctionNotices _notices;
    private readonly SiloAddress _silo;
    private readonly TimeProvider _time;

    public SiteGrain(IGrainContext context, Serving serving, ICommenters commenters, IProjectionProgress progress)
    {
        (_silo, _time) = (context.Address.SiloAddress!, serving.Time);
        _site = serving.Serve(new SiteAggregate(), new JournalKey(context.GrainId.Key.ToString()!), DeactivateOnIdle);
        _notices = new SanctionNotices(new SiteId(context.GrainId.Key.ToString()!), _site, commenters, progress, serving.Time, serving.Logger);
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _site.OpenAsync(cancellationToken);
        _notices.Recover();
    }

    public Task<CommandOutcome> Execute(SiteCommand command) => _site.ExecuteAsync(command);

    public Task<WatchAnswer> Watch(string host, IThreadObserver observer, ThreadPosition at, long opening) =>
        _site.WatchAsync(host, observer, at, opening, _silo);

    public Task Unwatch(string host, IThreadObserver observer) => _site.UnwatchAsync(host, observer);

    public async Task Erase(UserId person)
    {
        await _notices.ToldAsync();
        await _site.Rewriting.RewriteAloneAsync(site =>
        {
            var outliving = SiteRedaction.Outliving(site, person, _time.GetUtcNow());
            return @event => SiteRedaction.Of(@event, person, outliving);
        });
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _site.CloseAsync();
}
