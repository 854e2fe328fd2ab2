using Microsoft.AspNetCore.SignalR;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Server.Commenters;
using Realtime.Server.Commenting;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;

namespace Realtime.Server.Live;

/// <summary>
/// What connected clients may call, at <c>/hubs/discussion</c>. A refusal is a hub error whose message is a JSON object with the stable <c>code</c>
/// of the HTTP problem, its <c>title</c>, and where they apply <c>newerRevision</c> and <c>retryAfterMs</c>. The token is given once, when connecting; one of
/// a site's own sign-on with the site beside it (<c>?site=gazette</c>). Who somebody is at a site is asked at every call.
/// </summary>
internal sealed class DiscussionHub(CommentActions actions, CommenterActions commenters, LiveConnections connections, SitePeople people) : Hub<IDiscussionClient>
{
    /// <summary>Be told every change of the thread from now on, or from the position on. Watching again replaces the watch before.</summary>
    public async Task<WatchedThread> Watch(string site, string article, string? position)
    {
        var key = KeyOf(site, article);
        ThreadPosition? since = position is null ? null : ThreadPosition.TryParse(position, out var at) ? at : throw Refuse(RefusalCode.PositionInvalid);
        var me = await people.FindAsync(Context.User, key.Site, Context.ConnectionAborted);
        return Open(await Live.Watches.WatchAsync(key, since, me, Context.ConnectionAborted));
    }

    public Task Unwatch(string site, string article)
    {
        Live.Watches.Unwatch(KeyOf(site, article));
        return Task.CompletedTask;
    }

    /// <summary>Post a comment. A repetition with the same <c>clientCommentId</c> answers the original.</summary>
    public async Task<PostedComment> Post(string site, string article, PostRequest comment) =>
        Open(await actions.PostAsync(await MeAsync(KeyOf(site, article).Site), KeyOf(site, article), comment, Context.ConnectionAborted));

    public async Task<ChangedComment> Edit(string site, string article, int number, EditRequest edit) =>
        Open(await actions.EditAsync(await MeAsync(KeyOf(site, article).Site), KeyOf(site, article), number, edit, Context.ConnectionAborted));

    public async Task<ChangedThread> Remove(string site, string article, int number) =>
        Open(await actions.RemoveAsync(await MeAsync(KeyOf(site, article).Site), KeyOf(site, article), number, Context.ConnectionAborted));

    /// <summary>Give (<paramref name="on"/>) or take back one's own reaction.</summary>
    public async Task<ChangedThread> React(string site, string article, int number, string kind, bool on) =>
        Open(await actions.ReactAsync(await MeAsync(KeyOf(site, article).Site), KeyOf(site, article), number, kind, on, Context.ConnectionAborted));

    public async Task<ChangedThread> Report(string site, string article, int number, ReportRequest report) =>
        Open(await actions.ReportAsync(await MeAsync(KeyOf(site, article).Site), KeyOf(site, article), number, report, Context.ConnectionAborted));

    /// <summary>Tell the other readers of a watched thread that one is writing. It lasts five seconds.</summary>
    public async Task Typing(string site, string article)
    {
        var me = await MeAsync(KeyOf(site, article).Site);
        Live.Watches.Typing(KeyOf(site, article), me.AsAuthor);
    }

    /// <summary>One's own inbox at a site: the newest items, and from then on all that is new (<c>Inbox</c>), on this connection.</summary>
    public async Task<InboxView> WatchInbox(string site) =>
        Open(await Live.Commenters.WatchInboxAsync(SiteOf(site), await MeAsync(SiteOf(site)), Context.ConnectionAborted));

    /// <summary>One has read the inbox up to an item, by its id; all one's connections are told.</summary>
    public async Task ReadInbox(string site, long through) =>
        Open(await commenters.ReadInboxAsync(SiteOf(site), await MeAsync(SiteOf(site)), through, Context.ConnectionAborted));

    private LiveConnection Live => connections.Of(Context.ConnectionId);

    private async ValueTask<Actor> MeAsync(SiteId site) =>
        await people.FindAsync(Context.User, site, Context.ConnectionAborted) ?? throw Refuse(RefusalCode.SignInRequired);

    private static SiteId SiteOf(string site) => SiteId.TryParse(site, out var id) ? id : throw Refuse(RefusalCode.SiteInvalid);

    private static ThreadKey KeyOf(string site, string article) =>
        ThreadKey.TryParse(site, article, out var key) ? key
        : throw Refuse(SiteId.TryParse(site, out _) ? RefusalCode.ArticleInvalid : RefusalCode.SiteInvalid);

    private static T Open<T>(Answer<T> answer)
        where T : class => answer.Value ?? throw HubRefusal.Of(answer.Refusal!);

    private static HubException Refuse(RefusalCode code) => HubRefusal.Of(new Refusal(code));
}
