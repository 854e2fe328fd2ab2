using Realtime.Discussion.Projections;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Server.Bodies;
using Realtime.Server.Refusals;
using Realtime.Server.Sites;
using Realtime.Server.Wire;

namespace Realtime.Server.Identity;

/// <summary>An identity for people who have not signed in, where the site wants them.</summary>
internal static class GuestEndpoints
{
    public static void MapGuests(this IEndpointRouteBuilder app) => app.MapSite().MapPost("/guests", IssueAsync)
        .WithTags("Guests").WithName("BecomeGuest").WithSummary("A name and a token to comment with, without signing in.")
        .Refuses(RefusalCode.GuestsNotAllowed, RefusalCode.NameInvalid, RefusalCode.NameTaken);

    private static async Task<Results<Ok<IssuedGuest>, Refused>> IssueAsync(
        [AsParameters] SiteRoute route, GuestRequest request, ServedSites sites, IPeople people, GuestTokens tokens, CancellationToken cancellation)
    {
        if ((await sites.FindAsync(route.Id, cancellation))?.Site.Settings.Guests is null or GuestMode.Off) return Refused.Because(RefusalCode.GuestsNotAllowed);
        if (DisplayName.Clean(request.Name) is not { } name) return Refused.Because(RefusalCode.NameInvalid);
        if (await people.HolderOfAsync(route.Id, name, cancellation) is not null) return Refused.Because(RefusalCode.NameTaken);
        return TypedResults.Ok(tokens.Issue(route.Id, name));
    }
}

internal sealed record GuestRequest
{
    /// <summary>1 to 64 characters that show. It must not look like the name of somebody who has signed in.</summary>
    public string? Name { get; init; }
}
