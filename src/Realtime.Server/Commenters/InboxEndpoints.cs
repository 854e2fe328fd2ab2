using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Threads;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Sites;
using Realtime.Server.Wire;

namespace Realtime.Server.Commenters;

/// <summary>What somebody was told: answers, mentions, what became of their comments and reports. The hub tells it live.</summary>
internal static class InboxEndpoints
{
    private const int MaxLimit = 100, DefaultLimit = 50;

    public static void MapInbox(this IEndpointRouteBuilder app)
    {
        var inbox = app.MapSite().MapGroup("/people/me/inbox").WithTags("People").RequireAuthorization();
        inbox.MapGet("", ReadAsync).WithName("ReadInbox").WithSummary("One's own inbox, newest first.").Refuses(RefusalCode.CursorInvalid);
        inbox.MapPut("/read", MarkAsync).WithName("MarkInboxRead").WithSummary("Say up to which item one has read the inbox.")
            .Refuses(RefusalCode.ThreadBusy, RefusalCode.StoreUnavailable);
    }

    private static async Task<Results<Ok<InboxView>, Refused>> ReadAsync(
        [AsParameters] SiteRoute route, string? cursor, int? limit, ClaimsPrincipal user, CommenterActions actions, HttpContext http, CancellationToken cancellation)
    {
        if (limit is < 1 or > MaxLimit) return Refused.Because(RefusalCode.RequestMalformed);
        if (!TryCursor(cursor, out var before)) return Refused.Because(RefusalCode.CursorInvalid);
        http.KeepPrivate();
        var me = await actions.ReadAsync(route.Id, user.RequiredActor().Id, cancellation);
        return TypedResults.Ok(InboxViews.Page(route.Id, me, before, limit ?? DefaultLimit));
    }

    private static async Task<Results<NoContent, Refused>> MarkAsync(
        [AsParameters] SiteRoute route, ReadRequest request, ClaimsPrincipal user, CommenterActions actions, CancellationToken cancellation)
    {
        if (request.Through is not (>= 0 and var through)) return Refused.Because(RefusalCode.RequestMalformed);
        var read = await actions.ReadInboxAsync(route.Id, user.RequiredActor(), through, cancellation);
        return read.Refusal is { } refusal ? Refused.Because(refusal) : TypedResults.NoContent();
    }

    private static bool TryCursor(string? text, out long? before)
    {
        before = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return before is not null || string.IsNullOrEmpty(text);
    }
}

internal sealed record ReadRequest
{
    /// <summary>The id of the last item read; all before it count as read too.</summary>
    public long? Through { get; init; }
}
