using Realtime.Server.Counts;

namespace Realtime.Server.Commenting;

internal static class CommentingSetup
{
    public static IServiceCollection AddCommenting(this IServiceCollection services) => services
        .AddSingleton<LiveCounts>().AddSingleton<ThreadWriting>().AddSingleton<ThreadReads>().AddSingleton<CommentActions>()
        .AddSingleton<AuthorHistory>().AddSingleton<CommentScreening>().AddSingleton<CommentPosting>();
}
