using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Realtime.Discussion.Audit;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Server.Articles;
using Realtime.Server.Comments;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Audit;

/// <summary>What could be seen when, and what happened, made from the thread's journal.</summary>
internal static class AuditEndpoints
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services.AddSingleton<ThreadAudit>();

    public static void MapAudit(this IEndpointRouteBuilder app) => app.MapThread().MapGet("/audit", AuditAsync)
        .WithTags("Audit").WithName("AuditThread").WithSummary("With at what readers could see then; without it what happened, by whom and why. For moderators and publishers.")
        .WithDescription("at is a time or a position, and takes sort, cursor and limit as comments do. Without it from and to are times, and limit is at most 500 events. "
            + "Whoever has been erased is erased in the past too. The whole journal is read each time.")
        .RequireAuthorization().Refuses(RefusalCode.NotAllowed, RefusalCode.TimeInvalid, RefusalCode.PositionInvalid, RefusalCode.CursorInvalid, RefusalCode.ArticleUnknown);

    private static async Task<Results<Ok<ThreadThen>, Ok<AuditEvents>, Refused>> AuditAsync(
        [AsParameters] ThreadRoute route, [AsParameters] AuditQuery query, ClaimsPrincipal user, ThreadAudit audit, HttpContext http, CancellationToken cancellation)
    {
        if (!user.RequiredActor().May(Permission.ReadAudit)) return Refused.Because(RefusalCode.NotAllowed);
        http.KeepPrivate();
        if (query.At is not null)
        {
            var then = await audit.ThenAsync(route.Key, query, cancellation);
            return then.Value is { } page ? TypedResults.Ok(page) : Refused.Because(then.Refusal!);
        }

        var trail = await audit.TrailAsync(route.Key, query, cancellation);
        return trail.Value is { } events ? TypedResults.Ok(events) : Refused.Because(trail.Refusal!);
    }
}

/// <summary>Which part of the past to show.</summary>
/// <param name="At">A time like <c>2026-11-24T10:00:00Z</c>, or a position.</param>
/// <param name="From">The earliest event told; from the beginning without one.</param>
/// <param name="To">The latest event told; to the end without one.</param>
/// <param name="Sort">With at: as for comments.</param>
/// <param name="Cursor">The <c>next</c> of the answer before.</param>
/// <param name="Limit">How many comments, or events.</param>
internal readonly record struct AuditQuery(
    [property: FromQuery(Name = "at")] string? At, [property: FromQuery(Name = "from")] string? From, [property: FromQuery(Name = "to")] string? To,
    [property: FromQuery(Name = "sort")] string? Sort, [property: FromQuery(Name = "cursor")] string? Cursor, [property: FromQuery(Name = "limit")] int? Limit)
{
    public PageQuery Page => new(Sort, Cursor, Limit, Context: null, Under: null);
}
