using Microsoft.AspNetCore.SignalR;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Server.Commenting;
using Realtime.Server.Identity;
using Realtime.Server.Moderation;
using Realtime.Server.Refusals;

namespace Realtime.Server.Live;

/// <summary>
/// What connected clients may call, at <c>/hubs/discussion</c>. A refusal is a hub error whose message is a JSON object with the stable <c>code</c>
/// of the HTTP problem, its <c>title</c>, where they apply its other members, and <c>retryAfterMs</c>. The token is given once, when connecting; one of
/// a site's own sign-on with the site beside it (<c>?site=gazette</c>). Who somebody is at a site is asked at every call.
/// </summary>
internal sealed class DiscussionHub(
    CommentPosting posting, CommentActions actions, CommentDecisions decisions, LiveConnections connections, SitePeople people, TimeProvider time) : Hub<IDiscussionClient>
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

    /// <summary>Post a comment; with the status <c>pending</c> it waits for a moderator. A repetition with the same <c>clientCommentId</c> answers the original.</summary>
    public async Task<PostedComment> Post(string site, string article, PostRequest comment) =>
        Open(await posting.PostAsync(await MeAsync(SiteOf(site)), KeyOf(site, article), comment, Context.ConnectionAborted));

    public async Task<ChangedComment> Edit(string site, string article, int number, EditRequest edit) =>
        Open(await posting.EditAsync(await MeAsync(SiteOf(site)), KeyOf(site, article), number, edit, Context.ConnectionAborted));

    public async Task<ChangedThread> Remove(string site, string article, int number) =>
        Open(await actions.RemoveAsync(await MeAsync(SiteOf(site)), KeyOf(site, article), number, Context.ConnectionAborted));

    /// <summary>Give (<paramref name="on"/>) or take back one's own reaction.</summary>
    public async Task<ChangedThread> React(string site, string article, int number, string kind, bool on) =>
        Open(await actions.ReactAsync(await MeAsync(SiteOf(site)), KeyOf(site, article), number, kind, on, Context.ConnectionAborted));

    public async Task<ChangedThread> Report(string site, string article, int number, ReportRequest report) =>
        Open(await actions.ReportAsync(await MeAsync(SiteOf(site)), KeyOf(site, article), number, report, Context.ConnectionAborted));

    /// <summary>Decide about a comment, as a moderator.</summary>
    public async Task<ChangedComment> Decide(string site, string article, int number, DecisionRequest decision) =>
        Open(await decisions.DecideAsync(await MeAsync(SiteOf(site)), KeyOf(site, article), number, decision, Context.ConnectionAborted));

    /// <summary>Tell the other readers of a watched thread that one is writing. It lasts five seconds.</summary>
    public async Task Typing(string site, string article)
    {
        var me = await MeAsync(SiteOf(site));
        Live.Watches.Typing(KeyOf(site, article), me.AsAuthor);
    }

    /// <summary>One's own inbox at a site: the newest items, and from then on all that is new (<c>Inbox</c>), on this connection.</summary>
    public async Task<InboxView> WatchInbox(string site) =>
        Open(await Live.Commenters.WatchInboxAsync(SiteOf(site), await MeAsync(SiteOf(site)), Context.ConnectionAborted));

    /// <summary>One has read the inbox up to an item, by its id; all one's connections are told.</summary>
    public async Task ReadInbox(string site, long through) =>
        Open(await Live.Commenters.ReadInboxAsync(SiteOf(site), await MeAsync(SiteOf(site)), through));

    private LiveConnection Live => connections.Of(Context.ConnectionId);

    private async ValueTask<Actor> MeAsync(SiteId site) =>
        await people.FindAsync(Context.User, site, Context.ConnectionAborted) ?? throw Refuse(RefusalCode.SignInRequired);

    private SiteId SiteOf(string site) => SiteId.TryParse(site, out var id) ? id : throw Refuse(RefusalCode.SiteInvalid);

    private ThreadKey KeyOf(string site, string article) =>
        ThreadKey.TryParse(site, article, out var key) ? key
        : throw Refuse(SiteId.TryParse(site, out _) ? RefusalCode.ArticleInvalid : RefusalCode.SiteInvalid);

    private T Open<T>(Answer<T> answer)
        where T : class => answer.Value ?? throw HubRefusal.Of(answer.Refusal!, time.GetUtcNow());

    private HubException Refuse(RefusalCode code) => HubRefusal.Of(new Refusal(code), time.GetUtcNow());
}
