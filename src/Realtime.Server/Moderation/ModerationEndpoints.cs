using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Threads;
using Realtime.Server.Articles;
using Realtime.Server.Commenting;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Sites;
using Realtime.Server.Wire;

namespace Realtime.Server.Moderation;

/// <summary>What moderators do to comments and discussions.</summary>
internal static class ModerationEndpoints
{
    public static IServiceCollection AddModeration(this IServiceCollection services) =>
        services.AddSingleton<CommentDecisions>().AddSingleton<ThreadModes>().AddSingleton<Undoing>();

    public static void MapModeration(this IEndpointRouteBuilder app)
    {
        var thread = app.MapThread().WithTags("Moderation").RequireAuthorization().Refuses(RefusalCode.NotAllowed, RefusalCode.ArticleUnknown, RefusalCode.ThreadBusy);
        thread.MapPost("/comments/{number}/decisions", DecideAsync).WithName("DecideComment").WithSummary("Decide about a comment. For moderators; marks for staff too.")
            .WithDescription("Whoever has not seen the present revision, or a decision that came before, is told so and decides nothing.")
            .Refuses(RefusalCode.DecisionUnknown, RefusalCode.DecisionReasonUnknown, RefusalCode.DecisionImpossible, RefusalCode.AlreadyDecided)
            .Refuses(RefusalCode.CommentUnknown, RefusalCode.StaleRevision);
        thread.MapPut("/mode", SetModeAsync).WithName("SetThreadMode").WithSummary("How the discussion is kept, in place of how it was. For moderators.");
        app.MapPerson().MapPost("/undo", UndoAsync).WithTags("People").WithName("UndoPerson")
            .WithSummary("Reject everything that a person has written on the site, or restore it. For moderators.")
            .WithDescription("Nothing happens twice: repeat it as often as need be. Ban the person first, or they go on.")
            .RequireAuthorization().Refuses(RefusalCode.NotAllowed, RefusalCode.DecisionReasonUnknown);
    }

    private static async Task<Results<Ok<ChangedComment>, Refused>> DecideAsync(
        [AsParameters] ThreadRoute route, int number, DecisionRequest request, ClaimsPrincipal user, CommentDecisions decisions, CancellationToken cancellation) =>
        (await decisions.DecideAsync(user.RequiredActor(), route.Key, number, request, cancellation)).ToResult();

    private static async Task<Results<Ok<ChangedThread>, Refused>> SetModeAsync(
        [AsParameters] ThreadRoute route, ThreadModeRequest request, ClaimsPrincipal user, ThreadModes modes, CancellationToken cancellation) =>
        (await modes.SetAsync(user.RequiredActor(), route.Key, request, cancellation)).ToResult();

    private static async Task<Results<Ok<UndoneComments>, Refused>> UndoAsync(
        [AsParameters] PersonRoute route, UndoRequest request, ClaimsPrincipal user, Undoing undoing, CancellationToken cancellation) =>
        (await undoing.UndoAsync(user.RequiredActor(), route.Id, route.User, request, cancellation)).ToResult();
}
