namespace Realtime.Server.Commenting;

internal static class CommentingSetup
{
    public static IServiceCollection AddCommenting(this IServiceCollection services) =>
        services.AddSingleton<CommentActions>().AddSingleton<ThreadReads>();
}
