namespace Realtime.Server.Bodies;

internal static class BodiesRegistration
{
    public static IServiceCollection AddBodies(this IServiceCollection services) =>
        services.AddSingleton<CommentBodies>().AddSingleton<Quotes>();
}
