using Microsoft.Extensions.Logging;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Sites;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Commenters;

namespace Realtime.Grains.Sites;

/// <summary>
/// Tells people in their inboxes what has been imposed on them, from the activation that writes the site. What it could not tell, or a silo that died has left
/// untold, is told when the site is next opened, for a day. What holds everywhere is told on every site where the person has anything.
/// </summary>
internal sealed class SanctionNotices
{
    private static readonly TimeSpan ToldAgainFor = TimeSpan.FromDays(1);

    private readonly SiteId _id;
    private readonly ServedAggregate<Site, SiteCommand, SiteEvent> _site;
    private readonly ICommenters _commenters;
    private readonly IProjectionProgress _progress;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private Task _telling = Task.CompletedTask;

    public SanctionNotices(
        SiteId id, ServedAggregate<Site, SiteCommand, SiteEvent> site, ICommenters commenters, IProjectionProgress progress, TimeProvider time, ILogger logger)
    {
        (_id, _site, _commenters, _progress, _time, _logger) = (id, site, commenters, progress, time, logger);
        site.Appended = Appended;
    }

    /// <summary>Called once the site is open.</summary>
    public void Recover()
    {
        var since = _time.GetUtcNow() - ToldAgainFor;
        Tell(sanction => sanction.At > since);
    }

    private void Appended(IReadOnlyList<SiteEvent> events)
    {
        var imposed = events.OfType<SanctionImposed>().Select(one => one.Id).ToHashSet();
        if (imposed.Count > 0) Tell(sanction => imposed.Contains(sanction.Id));
    }

    /// <summary>Returns when whatever is being told has been: a notice that comes late would bring back what an erasure has deleted.</summary>
    public Task ToldAsync() => _telling;

    private void Tell(Func<Sanction, bool> which) => _telling = Task.WhenAll(_telling, TellAsync(which));

    private async Task TellAsync(Func<Sanction, bool> which)
    {
        try
        {
            var notices = await _site.LookAsync((site, position) =>
                (from person in site.Sanctions from sanction in person.Value where which(sanction) select Notices.Of(_id, person.Key, sanction, position)).ToList());
            foreach (var person in notices.OfType<Notice>().GroupBy(notice => notice.To))
                await foreach (var site in SitesOfAsync(person.Key))
                    await _commenters.TellAsync(site, person);
        }
        catch (Exception e)
        {
            _logger.ProjectionFailed(_id.Value, "sanctions", e.Message);
        }
    }

    private async IAsyncEnumerable<SiteId> SitesOfAsync(UserId person)
    {
        if (_id != Site.Everywhere)
        {
            yield return _id;
            yield break;
        }

        await foreach (var site in _progress.SitesAsync(CancellationToken.None))
            if (await _commenters.IsKnownAsync(site, person, CancellationToken.None))
                yield return site;
    }
}
