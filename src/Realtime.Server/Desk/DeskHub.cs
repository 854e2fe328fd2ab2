using Microsoft.AspNetCore.SignalR;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Threads;
using Realtime.Server.Identity;
using Realtime.Server.Live;
using Realtime.Server.Refusals;

namespace Realtime.Server.Desk;

/// <summary>
/// What moderators' desks may call, at <c>/hubs/desk</c>. Refusals and tokens are as on the readers' hub; whether somebody is a moderator of a site is asked at every
/// call, and before everything that is told.
/// </summary>
internal sealed class DeskHub(DeskQueue queue, DeskConnections connections, SitePeople people, TimeProvider time) : Hub<IDeskClient>
{
    /// <summary>Be told of everything in the site's queue from now on, or from the position on. Watching again replaces the watch before.</summary>
    public async Task<WatchedQueue> Watch(string site, string? position)
    {
        var id = SiteOf(site);
        ThreadPosition? since = position is null ? null : ThreadPosition.TryParse(position, out var at) ? at : throw Refuse(RefusalCode.PositionInvalid);
        if (!(await MeAsync(id)).May(Permission.ReadQueue)) throw Refuse(RefusalCode.NotAllowed);
        return await connections.Of(Context.ConnectionId).WatchAsync(id, since, Context.ConnectionAborted);
    }

    public Task Unwatch(string site)
    {
        connections.Of(Context.ConnectionId).Unwatch(SiteOf(site));
        return Task.CompletedTask;
    }

    /// <summary>Begin to work on an item, or go on with it: nobody else can until the claim ends.</summary>
    public async Task<ClaimView> Claim(string site, string article, int number) =>
        Open(await queue.ClaimAsync(await MeAsync(SiteOf(site)), SiteOf(site), KeyOf(article, number), Context.ConnectionAborted));

    /// <summary>Give an item back undecided.</summary>
    public async Task Release(string site, string article, int number)
    {
        if (await queue.ReleaseAsync(await MeAsync(SiteOf(site)), SiteOf(site), KeyOf(article, number), Context.ConnectionAborted) is { } refusal)
            throw HubRefusal.Of(refusal, time.GetUtcNow());
    }

    private async ValueTask<Actor> MeAsync(SiteId site) =>
        await people.FindAsync(Context.User, site, Context.ConnectionAborted) ?? throw Refuse(RefusalCode.SignInRequired);

    private SiteId SiteOf(string site) => SiteId.TryParse(site, out var id) ? id : throw Refuse(RefusalCode.SiteInvalid);

    private QueueKey KeyOf(string article, int number) => ArticleId.TryParse(article, out var id) ? new QueueKey(id, number) : throw Refuse(RefusalCode.ArticleInvalid);

    private T Open<T>(Answer<T> answer)
        where T : class => answer.Value ?? throw HubRefusal.Of(answer.Refusal!, time.GetUtcNow());

    private HubException Refuse(RefusalCode code) => HubRefusal.Of(new Refusal(code), time.GetUtcNow());
}
