using Microsoft.AspNetCore.Cors.Infrastructure;
using Realtime.Server.Refusals;

namespace Realtime.Server.Wire;

/// <summary>
/// Keeps foreign pages off the hub. Browsers ask nobody before they open a WebSocket to another origin, they only say which page is asking: so it is the
/// server that must look. Programs that are no browsers say nothing, and have no reader's credentials to abuse.
/// </summary>
internal static class HubOrigins
{
    private static readonly PathString Hubs = "/hubs";

    public static void UseHubOrigins(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.Request.Path.StartsWithSegments(Hubs) && http.Request.Headers.Origin is [{ Length: > 0 } origin] && !await MayAsync(http, origin))
            await new Refused(RefusalTable.OfStatus(StatusCodes.Status403Forbidden)).ExecuteAsync(http);
        else await next(http);
    });

    private static async Task<bool> MayAsync(HttpContext http, string origin) =>
        IsOwn(http.Request, origin)
        || (await http.RequestServices.GetRequiredService<ICorsPolicyProvider>().GetPolicyAsync(http, policyName: null))?.IsOriginAllowed(origin) is true;

    /// <summary>A page of this server. Behind a proxy the scheme may be another one than here.</summary>
    private static bool IsOwn(HttpRequest request, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
