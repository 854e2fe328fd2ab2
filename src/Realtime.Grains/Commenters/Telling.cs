using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Grains.Projections;

namespace Realtime.Grains.Commenters;

internal static class Telling
{
    /// <summary>An article that many are told of at once must not open all their journals at once.</summary>
    private const int AtOnce = 16;

    /// <summary>Puts the notices into the inboxes of those they are for; returns when all have them. Repeating it changes nothing.</summary>
    /// <exception cref="ProjectionRefusedException">Somebody's could not be reached.</exception>
    public static async Task TellAsync(this ICommenters commenters, SiteId site, IEnumerable<Notice> notices)
    {
        foreach (var group in notices.GroupBy(notice => notice.To).Chunk(AtOnce))
            await Task.WhenAll(group.Select(person => commenters.TellAsync(site, person.Key, [.. person.Select(notice => notice.Item)])));
    }

    private static async Task TellAsync(this ICommenters commenters, SiteId site, UserId person, IReadOnlyList<InboxItem> items)
    {
        var outcome = await commenters.ExecuteAsync(site, person, TakeNotices.Of(items));
        if (outcome.Refusal is { } refusal) throw new ProjectionRefusedException(refusal.Code);
    }
}
