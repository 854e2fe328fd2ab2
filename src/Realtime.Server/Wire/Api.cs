using Realtime.Server.Articles;
using Realtime.Server.Commenters;
using Realtime.Server.Comments;
using Realtime.Server.Counts;
using Realtime.Server.Desk;
using Realtime.Server.Draining;
using Realtime.Server.Moderation;
using Realtime.Server.Reactions;
using Realtime.Server.Reports;
using Realtime.Server.Sites;

namespace Realtime.Server.Wire;

/// <summary>Everything under <c>/api/v1/sites</c>, noun by noun.</summary>
internal static class Api
{
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapArticles();
        app.MapCommentReading();
        app.MapCommentWriting();
        app.MapCommentPreview();
        app.MapReactions();
        app.MapReports();
        app.MapModeration();
        app.MapQueue();
        app.MapCounts();
        app.MapSites();
        app.MapCommenters();
        app.MapDraining();
    }
}
