using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Articles;

/// <summary>The thread that a path names. Endpoints under <see cref="ThreadRoutes.MapThread"/> may rely on its being well formed.</summary>
/// <param name="Site">The publication, e.g. <c>gazette</c>.</param>
/// <param name="Article">The publisher's id of the article.</param>
internal readonly record struct ThreadRoute(string Site, string Article)
{
    public const string Path = "/api/v1/sites/{site}/articles/{article}";

    public ThreadKey Key => ThreadKey.TryParse(Site, Article, out var key) ? key : throw new InvalidOperationException("The route's filter is missing.");

    public string Comment(int number) => $"/api/v1/sites/{Site}/articles/{Article}/comments/{number}";
}

internal static class ThreadRoutes
{
    /// <summary>The group of everything about one thread; ids that cannot be are refused before its endpoints.</summary>
    public static RouteGroupBuilder MapThread(this IEndpointRouteBuilder app, string path = ThreadRoute.Path)
    {
        var thread = app.MapGroup(path);
        thread.AddEndpointFilter(RefuseInvalidIds);
        return thread.Refuses(RefusalCode.SiteInvalid, RefusalCode.ArticleInvalid, RefusalCode.RequestMalformed, RefusalCode.StoreUnavailable);
    }

    private static ValueTask<object?> RefuseInvalidIds(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var route = context.HttpContext.Request.RouteValues;
        if (!SiteId.TryParse(route["site"] as string, out _)) return new(Refused.Because(RefusalCode.SiteInvalid));
        if (!ArticleId.TryParse(route["article"] as string, out _)) return new(Refused.Because(RefusalCode.ArticleInvalid));
        return next(context);
    }
}
