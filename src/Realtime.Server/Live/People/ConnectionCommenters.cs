using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Grains.Commenters;
using Realtime.Grains.Feeds;
using Realtime.Server.Refusals;

namespace Realtime.Server.Live.People;

/// <summary>Who the person of one connection is at the sites where it is. Followed are only those who have asked for their inbox, or ignore somebody.</summary>
internal sealed class ConnectionCommenters(LiveConnection connection, ICommenters commenters, IOptions<LiveOptions> options, TimeProvider time)
{
    private const int InboxItems = 50;

    private readonly Dictionary<SiteId, FollowedCommenter> _followed = [];
    private bool _ended;

    /// <summary>Whom the person ignores at the site, as the connection has it now.</summary>
    public ImmutableHashSet<UserId> Ignored(SiteId site) => Find(site)?.Ignored ?? [];

    /// <summary>The same, found out if it is not known yet.</summary>
    /// <exception cref="Discussion.Journal.JournalUnavailableException">The store cannot be read.</exception>
    public async ValueTask<ImmutableHashSet<UserId>> IgnoredAsync(SiteId site, Actor? me, CancellationToken cancellation)
    {
        if (me is not null && Find(site) is null && await commenters.FindAsync(site, me.Id, cancellation) is { State.Ignored.IsEmpty: false } copy)
            Follow(site, me, copy);
        return Ignored(site);
    }

    /// <summary>The person's inbox now; what comes after follows by itself.</summary>
    /// <exception cref="Discussion.Journal.JournalUnavailableException">The store cannot be read.</exception>
    public async Task<Answer<InboxView>> WatchInboxAsync(SiteId site, Actor me, CancellationToken cancellation)
    {
        if (Find(site) is null && _followed.Count >= options.Value.MaxWatches) return RefusalCode.TooManyWatches;
        var copy = await commenters.OpenAsync(site, me.Id, cancellation);
        if (Follow(site, me, copy) is not { } followed) throw new OperationCanceledException("The connection has ended.");
        var inbox = followed.Open(InboxItems);
        _ = TellSoonAsync(followed);
        return inbox;
    }

    /// <summary>All connections of the person that watch the inbox are told.</summary>
    public async Task<Answer<CommandOutcome>> ReadInboxAsync(SiteId site, Actor me, long through)
    {
        var outcome = await commenters.ExecuteAsync(site, me.Id, new ReadInbox { Actor = me, Through = through });
        return outcome.Refusal is { } refusal ? refusal : outcome;
    }

    /// <summary>The person has begun or ceased to ignore somebody: what this connection watches is of the new list from now on.</summary>
    public void Take(SiteId site, Actor me, IAggregateCopy<Commenter, CommenterEvent> copy)
    {
        if (Find(site) is { } known) known.Advanced();
        else if (Follow(site, me, copy) is { Ignored.IsEmpty: false }) connection.Watches.Reset(site);
    }

    public void End()
    {
        lock (_followed)
        {
            _ended = true;
            foreach (var one in _followed.Values) one.Dispose();
            _followed.Clear();
        }
    }

    /// <summary>Follows the person, if they are not followed yet. Null when the connection has ended.</summary>
    private FollowedCommenter? Follow(SiteId site, Actor me, IAggregateCopy<Commenter, CommenterEvent> copy)
    {
        lock (_followed)
        {
            if (_ended) return null;
            if (_followed.TryGetValue(site, out var known)) return known;
            return _followed[site] = new FollowedCommenter(connection, site, copy, overlooksNobody: me.MayModerate);
        }
    }

    private FollowedCommenter? Find(SiteId site)
    {
        lock (_followed) return _followed.GetValueOrDefault(site);
    }

    /// <summary>Gives the answer a head start, so that news rarely overtake it.</summary>
    private async Task TellSoonAsync(FollowedCommenter followed)
    {
        await Task.Delay(options.Value.Window, time);
        followed.TellFromNowOn();
    }
}
