using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Sites;

/// <summary>Who may do more than others on a site.</summary>
internal static class RoleEndpoints
{
    public static void MapRoles(this IEndpointRouteBuilder app) => app.MapPerson().MapPut("/roles", GiveAsync)
        .WithTags("People").WithName("GiveRoles").WithSummary("Give a person these roles on the site and no others. For admins; publishers make staff and moderators.")
        .WithDescription("Roles that the sign-on gives in its tokens come on top.")
        .RequireAuthorization().Refuses(RefusalCode.NotAllowed, RefusalCode.RoleUnknown, RefusalCode.ThreadBusy);

    private static async Task<Results<Ok<RolesDocument>, Refused>> GiveAsync(
        [AsParameters] PersonRoute route, RolesDocument document, ClaimsPrincipal user, SiteActions actions, CancellationToken cancellation)
    {
        if (document.Roles is null) return Refused.Because(RefusalCode.RequestMalformed);
        if (Claims.RolesNamed(document.Roles) is not { } roles) return Refused.Because(RefusalCode.RoleUnknown);
        var changed = await actions.ExecuteAsync(route.Id, new GiveRoles { Actor = user.RequiredActor(), User = route.User, Roles = roles }, cancellation);
        return changed.Refusal is { } refusal
            ? Refused.Because(refusal)
            : TypedResults.Ok(new RolesDocument { Roles = [.. Claims.NamesOf(changed.Value!.Site.RolesOf(route.User))] });
    }
}

/// <summary>The roles that the site gives a person; none for a commenter.</summary>
internal sealed record RolesDocument
{
    /// <summary>Any of <c>staff</c>, <c>moderator</c>, <c>publisher</c>, <c>admin</c>.</summary>
    public IReadOnlyList<string?>? Roles { get; init; }
}
