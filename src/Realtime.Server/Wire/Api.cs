using Realtime.Server.Appeals;
using Realtime.Server.Articles;
using Realtime.Server.Audit;
using Realtime.Server.Commenters;
using Realtime.Server.Comments;
using Realtime.Server.Counts;
using Realtime.Server.Desk;
using Realtime.Server.Draining;
using Realtime.Server.Moderation;
using Realtime.Server.Operations;
using Realtime.Server.People;
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
        app.MapStatements();
        app.MapAppeals();
        app.MapModeration();
        app.MapQueue();
        app.MapAudit();
        app.MapCounts();
        app.MapSites();
        app.MapCommenters();
        app.MapPeople();
        app.MapDraining();
        app.MapRebuilding();
    }
}
