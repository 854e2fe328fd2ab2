using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Grains.Commenters;
using Realtime.Grains.Feeds;
using Realtime.Server.Live.People;
using Realtime.Server.Refusals;

namespace Realtime.Server.Commenters;

/// <summary>
/// What people do with what is theirs, the same over HTTP and on the hub. A change that has been answered is in every read from this host that begins afterwards, and
/// has been taken up by the person's connections here.
/// </summary>
internal sealed class CommenterActions(ICommenters commenters, LivePeople people)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Of somebody who has nothing here, an empty one.</summary>
    /// <exception cref="Discussion.Journal.JournalUnavailableException">The store cannot be read.</exception>
    public async ValueTask<Commenter> ReadAsync(SiteId site, UserId user, CancellationToken cancellation) =>
        (await commenters.FindAsync(site, user, cancellation))?.State ?? Commenter.Unknown;

    public Task<Answer<IAggregateCopy<Commenter, CommenterEvent>>> ReadInboxAsync(SiteId site, Actor me, long through, CancellationToken cancellation) =>
        ExecuteAsync(site, new ReadInbox { Actor = me, Through = through }, cancellation);

    /// <summary>Ignores a person from now on, or heeds them again. Connections whose person ignored nobody so far begin to follow them.</summary>
    public async Task<Answer<IAggregateCopy<Commenter, CommenterEvent>>> IgnoreAsync(SiteId site, Actor me, UserId user, bool ignore, CancellationToken cancellation)
    {
        CommenterCommand command = ignore ? new IgnorePerson { Actor = me, User = user } : new HeedPerson { Actor = me, User = user };
        var changed = await ExecuteAsync(site, command, cancellation);
        if (changed.Value is not { } copy) return changed;
        foreach (var connection in people.Of(me.Id))
            if (connection.IsAt(site))
                connection.Commenters.Take(site, me, copy);
        return changed;
    }

    private async Task<Answer<IAggregateCopy<Commenter, CommenterEvent>>> ExecuteAsync(SiteId site, CommenterCommand command, CancellationToken cancellation)
    {
        var outcome = await commenters.ExecuteAsync(site, command.Actor.Id, command);
        if (outcome.Refusal is { } refusal) return refusal;
        var copy = await commenters.OpenAsync(site, command.Actor.Id, cancellation);
        await copy.ReachAsync(outcome.Position, Patience, cancellation);
        return new Answer<IAggregateCopy<Commenter, CommenterEvent>>(copy, null);
    }
}
