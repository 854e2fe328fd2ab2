using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;
using Realtime.Discussion.Identity;
using Realtime.Server.Identity;
using Realtime.Server.Live.People;

namespace Realtime.Server.Live;

/// <summary>One connection: who is there, what it watches, and what it has been told.</summary>
internal sealed class LiveConnection
{
    private readonly Lock _lock = new();
    private readonly string? _bound;
    private ConnectionNotes? _notes;
    private Dictionary<SiteId, StandingView>? _standings;

    public LiveConnection(HubConnectionContext connection, Func<LiveConnection, ConnectionWatches> watches, Func<LiveConnection, ConnectionCommenters> commenters)
    {
        Connection = connection;
        User = UserId.TryParse(connection.User.FindFirstValue(Claims.Subject), out var user) ? user : null;
        _bound = connection.User.FindFirstValue(Claims.Bound);
        (Watches, Commenters) = (watches(this), commenters(this));
    }

    public HubConnectionContext Connection { get; }

    /// <summary>Who has signed in; null for nobody.</summary>
    public UserId? User { get; }

    public ConnectionWatches Watches { get; }

    public ConnectionCommenters Commenters { get; }

    public ConnectionNotes Notes => LazyInitializer.EnsureInitialized(ref _notes, () => new ConnectionNotes(Connection));

    /// <summary>Who that is at a site: whom one site's sign-on calls so is not whom another's does.</summary>
    public UserId? UserAt(SiteId site) => _bound is null || _bound == site.Value ? User : null;

    /// <summary>The person, if any, is told from now on how they stand with the site.</summary>
    public void Enter(SiteId site)
    {
        if (UserAt(site) is null) return;
        lock (_lock) (_standings ??= []).TryAdd(site, StandingView.Good(site));
    }

    /// <summary>Whether the person has been at the site on this connection.</summary>
    public bool IsAt(SiteId site)
    {
        lock (_lock) return _standings?.ContainsKey(site) is true;
    }

    /// <summary>Tells how the person stands with a site, if they have been told otherwise.</summary>
    /// <param name="site">The site.</param>
    /// <param name="look">Looks how it is now. Called in the order of telling, so that nothing older is told last.</param>
    public void Tell(SiteId site, Func<StandingView> look)
    {
        lock (_lock)
        {
            if (_standings is null || !_standings.TryGetValue(site, out var told) || look() is not { } now || now == told) return;
            _standings[site] = now;
            Notes.Offer(new Subject(nameof(IDiscussionClient.Standing), site), () => ConnectionNotes.Message(nameof(IDiscussionClient.Standing), now));
        }
    }

    /// <summary>The connection has ended.</summary>
    public void End()
    {
        Watches.End();
        Commenters.End();
    }
}
