using System.Collections.Immutable;
using Microsoft.AspNetCore.SignalR;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Grains.Feeds;

namespace Realtime.Server.Live.People;

/// <summary>The person of one connection at one site, followed: whom they ignore and, if asked for, what comes into their inbox.</summary>
internal sealed class FollowedCommenter : IDisposable
{
    private readonly Lock _lock = new();
    private readonly LiveConnection _connection;
    private readonly SiteId _site;
    private readonly IAggregateCopy<Commenter, CommenterEvent> _copy;
    private readonly IDisposable _following;
    private readonly bool _overlooksNobody;
    private Commenter? _told;
    private bool _tells;

    /// <param name="connection">The connection.</param>
    /// <param name="site">The site.</param>
    /// <param name="copy">The person's copy.</param>
    /// <param name="overlooksNobody">Whoever moderates sees all that there is, whomever they ignore.</param>
    public FollowedCommenter(LiveConnection connection, SiteId site, IAggregateCopy<Commenter, CommenterEvent> copy, bool overlooksNobody)
    {
        (_connection, _site, _copy, _overlooksNobody) = (connection, site, copy, overlooksNobody);
        _following = copy.Follow(Advanced);
        // After: what changes from here on is heard.
        lock (_lock) Ignored = Current();
    }

    /// <summary>Whose comments this connection is not shown.</summary>
    public ImmutableHashSet<UserId> Ignored { get; private set; } = [];

    /// <summary>The newest of the inbox; what comes after is told once <see cref="TellFromNowOn"/> has been called.</summary>
    public InboxView Open(int items)
    {
        lock (_lock)
        {
            (_told, _tells) = (_copy.State, false);
            return InboxViews.Page(_site, _told, before: null, items);
        }
    }

    public void TellFromNowOn()
    {
        lock (_lock) _tells = true;
        Advanced();
    }

    /// <summary>Takes up what has changed.</summary>
    public void Advanced()
    {
        bool differs, tells;
        lock (_lock)
        {
            var (before, now) = (Ignored, Current());
            differs = !ReferenceEquals(before, now) && !before.SetEquals(now);
            if (differs) Ignored = now;
            tells = _tells && !ReferenceEquals(_told, _copy.State);
        }

        if (differs) _connection.Watches.Reset(_site);
        if (tells) _connection.Notes.Offer(new Subject(nameof(IDiscussionClient.Inbox), _site), News);
    }

    public void Dispose() => _following.Dispose();

    private SerializedHubMessage? News()
    {
        lock (_lock)
        {
            var (before, now) = (_told!, _copy.State);
            _told = now;
            return InboxViews.Changes(_site, before, now) is { } changes ? ConnectionNotes.Message(nameof(IDiscussionClient.Inbox), changes) : null;
        }
    }

    private ImmutableHashSet<UserId> Current() => _overlooksNobody ? [] : _copy.State.Ignored;
}
