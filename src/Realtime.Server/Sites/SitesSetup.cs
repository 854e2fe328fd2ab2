using Realtime.Server.Identity;
using Realtime.Server.Sites.DryRuns;

namespace Realtime.Server.Sites;

internal static class SitesSetup
{
    public static IServiceCollection AddSites(this IServiceCollection services) =>
        services.AddSingleton<SiteScreening>().AddSingleton<ServedSites>().AddSingleton<SiteActions>().AddDryRuns();

    public static void MapSites(this IEndpointRouteBuilder app)
    {
        app.MapSettings();
        app.MapDryRuns();
        app.MapSecrets();
        app.MapRoles();
        app.MapPermissions();
        app.MapSanctions();
        app.MapGuests();
    }
}
