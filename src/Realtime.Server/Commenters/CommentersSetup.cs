namespace Realtime.Server.Commenters;

internal static class CommentersSetup
{
    public static IServiceCollection AddCommenters(this IServiceCollection services) => services.AddSingleton<CommenterActions>();

    public static void MapCommenters(this IEndpointRouteBuilder app)
    {
        app.MapInbox();
        app.MapIgnored();
    }
}
