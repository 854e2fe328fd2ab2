using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;

namespace Realtime.Grains.Projections;

/// <summary>How many comments readers can see under each article: what front pages ask for.</summary>
internal sealed class CountProjection(ICounts counts) : IProjection
{
    public string Name => "counts";

    public Task TakeInAsync(ArticleFacts facts, CancellationToken cancellation) => counts.KeepAsync(facts.Thread, facts.CommentCount);

    public Task ClearAsync(SiteId site, CancellationToken cancellation) => counts.ClearAsync(site);
}
