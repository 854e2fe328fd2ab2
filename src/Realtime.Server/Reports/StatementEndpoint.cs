using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Threads;
using Realtime.Server.Articles;
using Realtime.Server.Commenting;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Reports;

/// <summary>What the author of a rejected comment is owed (DSA, article 17).</summary>
internal static class StatementEndpoint
{
    public static void MapStatements(this IEndpointRouteBuilder app) => app.MapThread().MapGet("/comments/{number}/statement", ReadAsync)
        .WithTags("Reports").WithName("ReadStatement").WithSummary("Why a comment was rejected, and what can be done about it. For its author and moderators.")
        .WithDescription("204 when it has not been rejected.").Produces(StatusCodes.Status204NoContent)
        .RequireAuthorization().Refuses(RefusalCode.ArticleUnknown, RefusalCode.CommentUnknown, RefusalCode.NotYours);

    private static async Task<Results<Ok<StatementOfReasons>, NoContent, Refused>> ReadAsync(
        [AsParameters] ThreadRoute route, int number, ClaimsPrincipal user, ThreadReads reads, HttpContext http, CancellationToken cancellation)
    {
        var opened = await reads.OpenAsync(route.Key, cancellation);
        if (opened.Value is not { } replica) return Refused.Because(opened.Refusal!);
        var viewer = Viewer.Of(user.RequiredActor());
        if (await replica.CommentAsync(number, viewer, cancellation) is null) return Refused.Because(RefusalCode.CommentUnknown);
        if (!viewer.Moderates && replica.Facts(number)?.AuthorId != viewer.Person) return Refused.Because(RefusalCode.NotYours);
        http.KeepPrivate();
        var facts = await replica.FactAsync(number, cancellation);
        return facts is { Comments: [var fact] } && StatementOfReasons.Of(facts, fact) is { } statement ? TypedResults.Ok(statement) : TypedResults.NoContent();
    }
}
