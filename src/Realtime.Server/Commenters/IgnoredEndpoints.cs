using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Sites;
using Realtime.Server.Wire;

namespace Realtime.Server.Commenters;

/// <summary>Whom somebody does not want to read. It holds in all that they are shown, on open connections at once.</summary>
internal static class IgnoredEndpoints
{
    public static void MapIgnored(this IEndpointRouteBuilder app)
    {
        var mine = app.MapSite().MapGroup("/people/me/ignored").WithTags("People").RequireAuthorization();
        mine.MapGet("", ListAsync).WithName("ListIgnored").WithSummary("Whom one ignores.");
        var one = mine.MapGroup("/{userId}");
        one.AddEndpointFilter((context, next) => PersonRoute.TryUser(context.HttpContext.GetRouteValue("userId") as string, out _)
            ? next(context)
            : new(Refused.Because(RefusalCode.PersonUnknown)));
        one.Refuses(RefusalCode.PersonUnknown);
        one.MapGet("", AskAsync).WithName("AskIgnored").WithSummary("Whether one ignores a person: 204 if so, else 404.");
        one.MapPut("", IgnoreAsync).WithName("IgnorePerson").WithSummary("Read nothing more of a person.")
            .WithDescription("Open connections are told ThreadReset: watch again. At most 1,000 people.")
            .Refuses(RefusalCode.NotAllowed, RefusalCode.ThreadBusy, RefusalCode.StoreUnavailable);
        one.MapDelete("", HeedAsync).WithName("HeedPerson").WithSummary("Read a person again.").Refuses(RefusalCode.ThreadBusy, RefusalCode.StoreUnavailable);
    }

    private static async Task<Ok<IgnoredList>> ListAsync(
        [AsParameters] SiteRoute route, ClaimsPrincipal user, CommenterActions actions, HttpContext http, CancellationToken cancellation)
    {
        http.KeepPrivate();
        var me = await actions.ReadAsync(route.Id, user.RequiredActor().Id, cancellation);
        return TypedResults.Ok(new IgnoredList { Ignored = [.. me.Ignored.Select(person => person.Value).Order(StringComparer.Ordinal)] });
    }

    private static async Task<Results<NoContent, Refused>> AskAsync(
        [AsParameters] PersonRoute route, ClaimsPrincipal user, CommenterActions actions, HttpContext http, CancellationToken cancellation)
    {
        http.KeepPrivate();
        var me = await actions.ReadAsync(route.Id, user.RequiredActor().Id, cancellation);
        return me.Ignored.Contains(route.User) ? TypedResults.NoContent() : Refused.Because(RefusalCode.PersonUnknown);
    }

    private static Task<Results<NoContent, Refused>> IgnoreAsync(
        [AsParameters] PersonRoute route, ClaimsPrincipal user, CommenterActions actions, CancellationToken cancellation) =>
        ChangeAsync(route, user.RequiredActor(), actions, ignore: true, cancellation);

    private static Task<Results<NoContent, Refused>> HeedAsync(
        [AsParameters] PersonRoute route, ClaimsPrincipal user, CommenterActions actions, CancellationToken cancellation) =>
        ChangeAsync(route, user.RequiredActor(), actions, ignore: false, cancellation);

    private static async Task<Results<NoContent, Refused>> ChangeAsync(
        PersonRoute route, Actor me, CommenterActions actions, bool ignore, CancellationToken cancellation)
    {
        var changed = await actions.IgnoreAsync(route.Id, me, route.User, ignore, cancellation);
        return changed.Refusal is { } refusal ? Refused.Because(refusal) : TypedResults.NoContent();
    }
}

internal sealed record IgnoredList
{
    /// <summary>The ids of people, in order.</summary>
    public required IReadOnlyList<string> Ignored { get; init; }
}
