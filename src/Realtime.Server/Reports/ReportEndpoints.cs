using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Threads;
using Realtime.Server.Articles;
using Realtime.Server.Commenting;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Reports;

/// <summary>Complaints about comments. Other readers learn nothing of them.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder app) => app.MapThread().MapPost("/comments/{number}/reports", ReportAsync)
        .WithTags("Reports").WithName("ReportComment").WithSummary("Report a comment to the moderators.").RequireAuthorization()
        .Refuses(RefusalCode.CommentUnknown, RefusalCode.CommentRemoved, RefusalCode.ReportReasonUnknown, RefusalCode.ThreadBusy);

    private static async Task<Results<Ok<ChangedThread>, Refused>> ReportAsync(
        [AsParameters] ThreadRoute route, int number, ReportRequest request, ClaimsPrincipal user, CommentActions actions, CancellationToken cancellation) =>
        (await actions.ReportAsync(user.RequiredActor(), route.Key, number, request, cancellation)).ToResult();
}
