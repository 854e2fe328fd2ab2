namespace Realtime.Server.Commenting;

internal static class CommentingSetup
{
    public static void AddCommenting(this IServiceCollection services)
    {
        services.AddSingleton<CommentActions>();
        services.AddSingleton<ThreadReads>();
    }
}
