using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;

namespace Realtime.Grains.Projections;

/// <summary>Everybody's history, and who writes under which name.</summary>
internal sealed class PeopleProjection(IPeople people) : IProjection
{
    public string Name => "people";

    public Task TakeInAsync(ArticleFacts facts, CancellationToken cancellation) => people.KeepAsync(facts);

    public Task ClearAsync(SiteId site, CancellationToken cancellation) => people.ClearAsync(site);
}
