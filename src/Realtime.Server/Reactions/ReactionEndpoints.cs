using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Threads;
using Realtime.Server.Articles;
using Realtime.Server.Commenting;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Reactions;

/// <summary>One's own reactions to a comment: one of each kind. Giving or taking one twice changes nothing.</summary>
internal static class ReactionEndpoints
{
    public static void MapReactions(this IEndpointRouteBuilder app)
    {
        var reactions = app.MapThread().MapGroup("/comments/{number}/reactions/{kind}").WithTags("Reactions").RequireAuthorization()
            .Refuses(RefusalCode.CommentUnknown, RefusalCode.CommentRemoved, RefusalCode.ThreadClosed, RefusalCode.ThreadBusy);
        reactions.MapPut("", GiveAsync).WithName("GiveReaction").WithSummary("React to a comment.").Refuses(RefusalCode.ReactionUnknown);
        reactions.MapDelete("", TakeBackAsync).WithName("TakeReactionBack").WithSummary("Take one's reaction back.");
    }

    private static async Task<Results<Ok<ChangedThread>, Refused>> GiveAsync(
        [AsParameters] ThreadRoute route, int number, string kind, ClaimsPrincipal user, CommentActions actions, CancellationToken cancellation) =>
        (await actions.ReactAsync(user.RequiredActor(), route.Key, number, kind, on: true, cancellation)).ToResult();

    private static async Task<Results<Ok<ChangedThread>, Refused>> TakeBackAsync(
        [AsParameters] ThreadRoute route, int number, string kind, ClaimsPrincipal user, CommentActions actions, CancellationToken cancellation) =>
        (await actions.ReactAsync(user.RequiredActor(), route.Key, number, kind, on: false, cancellation)).ToResult();
}
