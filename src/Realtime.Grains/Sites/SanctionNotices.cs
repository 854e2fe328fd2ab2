using Microsoft.Extensions.Logging;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Commenters;

namespace Realtime.Grains.Sites;

/// <summary>
/// Tells people in their inboxes what has been imposed on them, from the activation that writes the site. What it could not tell, or a silo that died has left
/// untold, is told when the site is next opened, for a day. What holds everywhere belongs to no site's inbox: the person hears of it wherever they are or write.
/// </summary>
internal sealed class SanctionNotices
{
    private static readonly TimeSpan ToldAgainFor = TimeSpan.FromDays(1);

    private readonly SiteId _id;
    private readonly ServedAggregate<Site, SiteCommand, SiteEvent> _site;
    private readonly ICommenters _commenters;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private Task _telling = Task.CompletedTask;

    public SanctionNotices(
        SiteId id, ServedAggregate<Site, SiteCommand, SiteEvent> site, ICommenters commenters, TimeProvider time, ILogger logger)
    {
        (_id, _site, _commenters, _time, _logger) = (id, site, commenters, time, logger);
        if (id != Site.Everywhere) site.Appended = Appended;
    }

    /// <summary>Called once the site is open.</summary>
    public void Recover()
    {
        var since = _time.GetUtcNow() - ToldAgainFor;
        if (_id != Site.Everywhere) Tell(sanction => sanction.At > since);
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
            await _commenters.TellAsync(_id, notices.OfType<Notice>());
        }
        catch (Exception e)
        {
            _logger.ProjectionFailed(_id.Value, "sanctions", e.Message);
        }
    }
}
