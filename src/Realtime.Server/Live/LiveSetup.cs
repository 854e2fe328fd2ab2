using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.SignalR;
using Realtime.Server.Hosting;
using Realtime.Server.Live.People;
using Realtime.Server.Live.Sites;

namespace Realtime.Server.Live;

/// <summary>Live delivery: the hub and what stands behind it.</summary>
internal static class LiveSetup
{
    public const string HubPath = "/hubs/discussion";

    /// <summary>The largest message a client may send: a comment of 10,000 characters, each of which may be a cluster of many code points.</summary>
    private const int MaxMessageBytes = 512 * 1024;

    public static void AddLive(this WebApplicationBuilder builder)
    {
        builder.AddSettings<LiveOptions>("Live", options => options.Mistakes());
        builder.Logging.AddFilter(HubFailures.LoggedBySignalR, LogLevel.None);
        var services = builder.Services;
        services.AddSingleton<LiveThreads>().AddHostedService(provider => provider.GetRequiredService<LiveThreads>());
        services.AddSingleton<LiveSites>().AddSingleton<LivePeople>().AddSingleton<Connecting>().AddSingleton<LiveConnections>();
        services.AddSingleton<HubLifetimeManager<DiscussionHub>>(provider => provider.GetRequiredService<LiveConnections>());
        services.AddSignalR(options => options.MaximumReceiveMessageSize = MaxMessageBytes)
            .AddHubOptions<DiscussionHub>(AddFilters)
            .AddMessagePackProtocol()
            .AddJsonProtocol(options =>
            {
                options.PayloadSerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
                // Messages are never embedded in HTML; escaped, an Armenian comment would take three times the space.
                options.PayloadSerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            });
    }

    public static void MapLive(this IEndpointRouteBuilder routes) => routes.MapHub<DiscussionHub>(HubPath);

    /// <summary>In the order in which they see a call.</summary>
    private static void AddFilters(HubOptions<DiscussionHub> options)
    {
        options.AddFilter<HubFailures>();
        options.AddFilter<HubLimits>();
        options.AddFilter<HubOutages>();
        options.AddFilter<HubProfiles>();
    }
}
