using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Threads;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Sites;
using Realtime.Server.Wire;

namespace Realtime.Server.Desk;

/// <summary>The comments that wait for a moderator. The hub <c>/hubs/desk</c> tells live what becomes of them.</summary>
internal static class QueueEndpoints
{
    public static void MapQueue(this IEndpointRouteBuilder app)
    {
        var queue = app.MapSite().MapGroup("/queue").WithTags("Queue").RequireAuthorization().Refuses(RefusalCode.NotAllowed);
        queue.MapGet("", ReadAsync).WithName("ReadQueue").WithSummary("A page of the queue, with the beginnings of what the comments say. For moderators.").Refuses(RefusalCode.CursorInvalid);
        queue.MapGet("/{article}/{number}", ReadItemAsync).WithName("ReadQueueItem").WithSummary("One comment with all that is known of it. For moderators.")
            .WithDescription("Also of one that waits no longer, or never did: its state is then none.").Refuses(RefusalCode.ArticleInvalid, RefusalCode.CommentUnknown);
        var claim = queue.MapGroup("/{article}/{number}/claim").Refuses(RefusalCode.ArticleInvalid, RefusalCode.ClaimedByAnother, RefusalCode.ThreadBusy);
        claim.MapPost("", ClaimAsync).WithName("ClaimItem").WithSummary("Begin to work on a comment, or go on with it: nobody else can meanwhile. For moderators.")
            .WithDescription("A claim ends with a decision, when it is given back, and by itself after two minutes: claim again to go on.")
            .Refuses(RefusalCode.CommentUnknown, RefusalCode.AlreadyDecided);
        claim.MapDelete("", ReleaseAsync).WithName("ReleaseItem").WithSummary("Give a comment back undecided.");
    }

    private static async Task<Results<Ok<QueueView>, Refused>> ReadAsync(
        [AsParameters] SiteRoute route, [AsParameters] QueueQuery query, ClaimsPrincipal user, DeskQueue queue, HttpContext http, CancellationToken cancellation)
    {
        var actor = user.RequiredActor();
        if (!actor.May(Permission.ReadQueue)) return Refused.Because(RefusalCode.NotAllowed);
        var asking = query.Read();
        if (asking.Value is not { } asked) return Refused.Because(asking.Refusal!);
        http.KeepPrivate();
        return TypedResults.Ok(await queue.PageAsync(route.Id, asked, cancellation));
    }

    private static async Task<Results<Ok<QueueItemView>, Refused>> ReadItemAsync(
        [AsParameters] SiteRoute route, string article, int number, ClaimsPrincipal user, DeskQueue queue, HttpContext http, CancellationToken cancellation)
    {
        var actor = user.RequiredActor();
        if (!actor.May(Permission.ReadQueue)) return Refused.Because(RefusalCode.NotAllowed);
        if (!ArticleId.TryParse(article, out var id)) return Refused.Because(RefusalCode.ArticleInvalid);
        http.KeepPrivate();
        return (await queue.ItemAsync(actor, route.Id, new QueueKey(id, number), cancellation)).ToResult();
    }

    private static async Task<Results<Ok<ClaimView>, Refused>> ClaimAsync(
        [AsParameters] SiteRoute route, string article, int number, ClaimsPrincipal user, DeskQueue queue, CancellationToken cancellation) =>
        ArticleId.TryParse(article, out var id)
            ? (await queue.ClaimAsync(user.RequiredActor(), route.Id, new QueueKey(id, number), cancellation)).ToResult()
            : Refused.Because(RefusalCode.ArticleInvalid);

    private static async Task<Results<NoContent, Refused>> ReleaseAsync(
        [AsParameters] SiteRoute route, string article, int number, ClaimsPrincipal user, DeskQueue queue, CancellationToken cancellation)
    {
        if (!ArticleId.TryParse(article, out var id)) return Refused.Because(RefusalCode.ArticleInvalid);
        var refusal = await queue.ReleaseAsync(user.RequiredActor(), route.Id, new QueueKey(id, number), cancellation);
        return refusal is null ? TypedResults.NoContent() : Refused.Because(refusal);
    }
}

/// <summary>Which items to show.</summary>
/// <param name="State"><c>pending</c>, <c>reported</c>, <c>appealed</c> or <c>new</c>; all without one.</param>
/// <param name="Article">Of one article only.</param>
/// <param name="Person">Of one author only.</param>
/// <param name="Cursor">The <c>next</c> of the page before.</param>
/// <param name="Limit">1 to 50 items; 20 without one.</param>
internal readonly record struct QueueQuery(
    [property: FromQuery(Name = "state")] string? State, [property: FromQuery(Name = "article")] string? Article, [property: FromQuery(Name = "person")] string? Person,
    [property: FromQuery(Name = "cursor")] string? Cursor, [property: FromQuery(Name = "limit")] int? Limit)
{
    private const int MaxLimit = 50, DefaultLimit = 20;

    public Answer<QueueAsking> Read()
    {
        var (state, place) = (QueueViews.StateOf(State), default(QueuePlace));
        if (state is null && !string.IsNullOrEmpty(State)) return RefusalCode.RequestMalformed;
        if (Limit is < 1 or > MaxLimit) return RefusalCode.RequestMalformed;
        if (!string.IsNullOrEmpty(Article) && !ArticleId.TryParse(Article, out _)) return RefusalCode.ArticleInvalid;
        if (!string.IsNullOrEmpty(Person) && !UserId.TryParse(Person, out _)) return RefusalCode.RequestMalformed;
        if (!string.IsNullOrEmpty(Cursor) && !QueuePlace.TryParse(Cursor, out place)) return RefusalCode.CursorInvalid;
        var filter = new QueueFilter(
            state, UserId.TryParse(Person, out var person) ? person : null, ArticleId.TryParse(Article, out var article) ? article : null);
        return new QueueAsking(filter, string.IsNullOrEmpty(Cursor) ? null : place, Limit ?? DefaultLimit);
    }
}
