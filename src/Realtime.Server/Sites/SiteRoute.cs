using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Sites;

/// <summary>The site that a path names. Endpoints under <see cref="SiteRoutes.MapSite"/> may rely on its being well formed.</summary>
/// <param name="Site">The publication, e.g. <c>gazette</c>.</param>
internal readonly record struct SiteRoute(string Site)
{
    public const string Path = "/api/v1/sites/{site}";

    public SiteId Id => SiteId.TryParse(Site, out var site) ? site : throw new InvalidOperationException("The route's filter is missing.");
}

/// <summary>The person that a path names. Endpoints under <see cref="SiteRoutes.MapPerson"/> may rely on both being well formed.</summary>
/// <param name="Site">The publication, e.g. <c>gazette</c>.</param>
/// <param name="UserId">The person's id in the sign-on.</param>
internal readonly record struct PersonRoute(string Site, string UserId)
{
    public SiteId Id => new SiteRoute(Site).Id;

    public UserId User => TryUser(UserId, out var user) ? user : throw new InvalidOperationException("The route's filter is missing.");

    /// <summary>A path keeps an escaped slash escaped, because it would divide; ids of some sign-ons are addresses.</summary>
    public static bool TryUser(string? text, out UserId user) =>
        Discussion.Identity.UserId.TryParse(text?.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), out user);
}

internal static class SiteRoutes
{
    /// <summary>The group of everything about one site; ids that cannot be are refused before its endpoints.</summary>
    public static RouteGroupBuilder MapSite(this IEndpointRouteBuilder app)
    {
        var site = app.MapGroup(SiteRoute.Path);
        site.AddEndpointFilter((context, next) => SiteId.TryParse(context.HttpContext.GetRouteValue("site") as string, out _)
            ? next(context)
            : new(Refused.Because(RefusalCode.SiteInvalid)));
        return site.Refuses(RefusalCode.SiteInvalid, RefusalCode.RequestMalformed, RefusalCode.StoreUnavailable);
    }

    /// <summary>The group of everything about one person at a site.</summary>
    public static RouteGroupBuilder MapPerson(this IEndpointRouteBuilder app)
    {
        var person = app.MapSite().MapGroup("/people/{userId}");
        person.AddEndpointFilter((context, next) => PersonRoute.TryUser(context.HttpContext.GetRouteValue("userId") as string, out _)
            ? next(context)
            : new(Refused.Because(RefusalCode.PersonUnknown)));
        return person.Refuses(RefusalCode.PersonUnknown);
    }
}
