using Realtime.Server.Identity;

namespace Realtime.Server.Sites;

internal static class SitesSetup
{
    public static IServiceCollection AddSites(this IServiceCollection services) =>
        services.AddSingleton<SiteScreening>().AddSingleton<ServedSites>().AddSingleton<SiteActions>();

    public static void MapSites(this IEndpointRouteBuilder app)
    {
        app.MapSettings();
        app.MapSecrets();
        app.MapRoles();
        app.MapSanctions();
        app.MapGuests();
    }
}
