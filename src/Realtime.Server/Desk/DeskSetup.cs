using Microsoft.AspNetCore.SignalR;
using Realtime.Server.Live;

namespace Realtime.Server.Desk;

/// <summary>What moderators work with: the queue, over HTTP and live.</summary>
internal static class DeskSetup
{
    public const string HubPath = "/hubs/desk";

    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<ItemContexts>().AddSingleton<DeskQueue>().AddSingleton<DeskWatching>().AddSingleton<DeskConnections>();
        services.AddSingleton<HubLifetimeManager<DeskHub>>(provider => provider.GetRequiredService<DeskConnections>());
        services.AddSignalR().AddHubOptions<DeskHub>(options =>
        {
            options.AddFilter<HubFailures>();
            options.AddFilter<HubLimits>();
            options.AddFilter<HubOutages>();
        });
        return services;
    }

    public static void MapDeskHub(this IEndpointRouteBuilder routes) => routes.MapHub<DeskHub>(HubPath).RequireAuthorization();
}
