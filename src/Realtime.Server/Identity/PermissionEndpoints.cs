using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Server.Sites;
using Realtime.Server.Wire;

namespace Realtime.Server.Identity;

/// <summary>What the caller may do, so that a page can offer that and nothing else. It is asked again whenever something is done.</summary>
internal static class PermissionEndpoints
{
    public static void MapPermissions(this IEndpointRouteBuilder app) =>
        app.MapSite().MapGet("/people/me/permissions", ReadAsync).WithTags("People").RequireAuthorization().WithName("ReadPermissions")
            .WithSummary("What one may do on the site beside commenting. For everybody, about themselves.");

    private static async Task<Ok<PermissionList>> ReadAsync(
        [AsParameters] SiteRoute route, ClaimsPrincipal user, SitePeople people, HttpContext http, CancellationToken cancellation)
    {
        // What holds everywhere is not this site's to say: there, only the roles of the server's own tokens count.
        var everywhere = await people.FindAsync(user, Site.Everywhere, cancellation);
        http.KeepPrivate();
        return TypedResults.Ok(PermissionList.Of(user.RequiredActor(), everywhere));
    }
}

internal sealed record PermissionList
{
    /// <summary>Of <c>moderate</c>, <c>publish</c>, <c>operate</c>, <c>readQueue</c>, <c>readAudit</c>, <c>changeWords</c>, <c>sanction</c>, …; none for most people.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    public static PermissionList Of(Actor here, Actor? everywhere)
    {
        var held = Enum.GetValues<Permission>().Where(permission => (permission == Permission.SanctionEverywhere ? everywhere : here)?.May(permission) is true);
        return new PermissionList { Permissions = [.. held.Select(WireForm.NameOf)] };
    }
}
