using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;

namespace Realtime.Grains.Projections;

/// <summary>
/// Something that is made of what happens in threads, and could be made again from their journals: counts, histories, the moderators' queue, inboxes. It is told of
/// every comment at least once, of each thread in order.
/// </summary>
public interface IProjection
{
    /// <summary>Stable: progress is kept under it, and operators rebuild by it.</summary>
    string Name { get; }

    /// <summary>Takes the facts in, durably. Taking them in twice changes nothing.</summary>
    Task TakeInAsync(ArticleFacts facts, CancellationToken cancellation);

    /// <summary>Drops all it has of the site, before it is told everything again.</summary>
    Task ClearAsync(SiteId site, CancellationToken cancellation);
}
