using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Grains.Privacy;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Renewal;
using Realtime.Server.Sites;
using Realtime.Server.Wire;

namespace Realtime.Server.People;

/// <summary>A person who leaves all publications at once. No site is in the path, so that only the roles of the server's own tokens count.</summary>
internal static class ErasingEverywhere
{
    public static void MapErasingEverywhere(this IEndpointRouteBuilder app, string stays) =>
        app.MapDelete("/api/v1/people/{userId}", EraseAsync).WithTags("People").WithName("ErasePersonEverywhere").RequireAuthorization()
            .Refuses(RefusalCode.NotAllowed, RefusalCode.PersonUnknown, RefusalCode.ThreadBusy, RefusalCode.StoreUnavailable)
            .WithSummary("Erase a person on all sites, and in what holds everywhere. For admins of the server.").WithDescription(stays);

    private static async Task<Results<Ok<ErasedView>, Refused>> EraseAsync(
        string userId, ClaimsPrincipal user, IErasures erasures, Renewals renewals, CancellationToken cancellation)
    {
        var actor = user.RequiredActor();
        if (!actor.May(Permission.EraseEverywhere)) return Refused.Because(RefusalCode.NotAllowed);
        if (!PersonRoute.TryUser(userId, out var person)) return Refused.Because(RefusalCode.PersonUnknown);
        var erased = await renewals.FollowAsync(Site.Everywhere, person, () => erasures.EraseEverywhereAsync(person, actor, cancellation));
        return PeopleEndpoints.AnswerOf(erased.Erased, erased.Files);
    }
}
