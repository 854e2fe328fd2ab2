using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Draining;

/// <summary>The operator's call, for platforms that cannot send a signal.</summary>
internal static class DrainEndpoint
{
    public static void MapDraining(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/operations/drain", Leave).WithTags("Operations").WithName("Drain").RequireAuthorization().Refuses(RefusalCode.NotAllowed)
            .WithSummary("Send this server's readers elsewhere, then stop it. For admins.");

    private static Results<Accepted, Refused> Leave(ClaimsPrincipal user, DrainingLifetime lifetime)
    {
        if (!user.RequiredActor().May(Permission.Operate)) return Refused.Because(RefusalCode.NotAllowed);
        _ = lifetime.LeaveAsync();
        return TypedResults.Accepted((string?)null);
    }
}
