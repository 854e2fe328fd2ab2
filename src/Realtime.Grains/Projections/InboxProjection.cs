using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Grains.Commenters;

namespace Realtime.Grains.Projections;

/// <summary>What people are told of comments that concern them.</summary>
internal sealed class InboxProjection(ICommenters commenters) : IProjection
{
    public string Name => "inbox";

    public Task TakeInAsync(ArticleFacts facts, CancellationToken cancellation) => commenters.TellAsync(facts.Thread.Site, Notices.From(facts));

    /// <summary>Nothing: what is told again takes the place of what was told before, and what nobody is to be told any more is withdrawn.</summary>
    public Task ClearAsync(SiteId site, CancellationToken cancellation) => Task.CompletedTask;
}
