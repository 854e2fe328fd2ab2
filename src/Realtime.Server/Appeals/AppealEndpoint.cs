using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Appeals;
using Realtime.Discussion.Threads;
using Realtime.Server.Articles;
using Realtime.Server.Bodies;
using Realtime.Server.Commenting;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Appeals;

/// <summary>How the author of a rejected comment has it looked at again.</summary>
internal static class AppealEndpoint
{
    public static void MapAppeals(this IEndpointRouteBuilder app) => app.MapThread().MapPost("/comments/{number}/appeal", AppealAsync)
        .WithTags("Reports").WithName("AppealRejection").WithSummary("Ask the moderators to look again at one's own comment that was rejected; once for each rejection.")
        .RequireAuthorization()
        .Refuses(RefusalCode.CommentUnknown, RefusalCode.NotYours, RefusalCode.DecisionImpossible, RefusalCode.ThreadBusy);

    private static async Task<Results<Ok<ChangedThread>, Refused>> AppealAsync(
        [AsParameters] ThreadRoute route, int number, AppealRequest request, ClaimsPrincipal user, ThreadWriting writing, CancellationToken cancellation)
    {
        if (ReportDetails.TryRead(request.Detail, out var detail) is { } wrong) return Refused.Because(wrong);
        var appeal = new AppealComment { Actor = user.RequiredActor(), Number = number, Detail = detail };
        return (await writing.ChangeAsync(route.Key, appeal, cancellation)).ToResult();
    }
}

internal sealed record AppealRequest
{
    /// <summary>Why, in the author's own words: plain text of at most 1,000 characters.</summary>
    public string? Detail { get; init; }
}
