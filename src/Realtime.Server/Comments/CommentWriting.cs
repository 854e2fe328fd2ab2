using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Threads;
using Realtime.Server.Articles;
using Realtime.Server.Commenting;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Comments;

/// <summary>What signed-in people do to comments.</summary>
internal static class CommentWriting
{
    private static readonly RefusalCode[] BodyRefusals = [RefusalCode.CommentEmpty, RefusalCode.CommentTooLong, RefusalCode.CommentMalformed];

    private static readonly RefusalCode[] ScreeningRefusals = [RefusalCode.CommentRefused, RefusalCode.CommentMayBreakRule];

    private static readonly RefusalCode[] StandingRefusals =
        [RefusalCode.Banned, RefusalCode.Suspended, RefusalCode.WarningUnacknowledged, RefusalCode.SiteLocked, RefusalCode.GuestsNotAllowed];

    public static void MapCommentWriting(this IEndpointRouteBuilder app)
    {
        var comments = app.MapThread().MapGroup("/comments").WithTags("Comments").RequireAuthorization()
            .Refuses(RefusalCode.ThreadBusy, RefusalCode.RequestTooLarge);
        comments.MapPost("", PostAsync).WithName("PostComment").WithSummary("Post a comment, or a reply.")
            .WithDescription("201 for a new comment; 202 for one that waits for a moderator, which nobody but its author and moderators sees; 200 with the first one when "
                + "the client id has been used before, e.g. by a retry. After comment_may_break_rule submit it again, rewritten or with warned.")
            .Refuses(BodyRefusals).Refuses(ScreeningRefusals).Refuses(StandingRefusals).Refuses(RefusalCode.SlowMode)
            .Refuses(RefusalCode.ClientIdInvalid, RefusalCode.ArticleUnknown, RefusalCode.ThreadClosed, RefusalCode.ParentUnknown, RefusalCode.ParentRemoved)
            .Refuses(RefusalCode.QuoteUnknown, RefusalCode.QuoteRemoved, RefusalCode.QuoteNotInSource);
        comments.MapPut("/{number}", EditAsync).WithName("EditComment").WithSummary("Give one's own comment new words.")
            .WithDescription("An edit that screening holds takes the comment from readers until a moderator has seen it: its status is pending then.")
            .Refuses(BodyRefusals).Refuses(ScreeningRefusals).Refuses(StandingRefusals)
            .Refuses(RefusalCode.CommentUnknown, RefusalCode.CommentRemoved, RefusalCode.NotYours, RefusalCode.ThreadClosed)
            .Refuses(RefusalCode.StaleRevision, RefusalCode.EditWindowClosed, RefusalCode.ClientIdInvalid);
        comments.MapDelete("/{number}", RemoveAsync).WithName("RemoveComment").WithSummary("Take one's own comment away. Its number and its replies stay.")
            .Refuses(RefusalCode.CommentUnknown, RefusalCode.CommentRemoved, RefusalCode.NotYours);
    }

    private static async Task<Results<Created<PostedComment>, Accepted<PostedComment>, Ok<PostedComment>, Refused>> PostAsync(
        [AsParameters] ThreadRoute route, PostRequest request, ClaimsPrincipal user, CommentPosting posting, CancellationToken cancellation)
    {
        var answer = await posting.PostAsync(user.RequiredActor(), route.Key, request, cancellation);
        if (answer.Value is not { } posted) return Refused.Because(answer.Refusal!);
        if (posted.Repeated) return TypedResults.Ok(posted);
        var place = route.Comment(posted.Comment.Number);
        return posted.Comment.Status == StatusNames.Pending ? TypedResults.Accepted(place, posted) : TypedResults.Created(place, posted);
    }

    private static async Task<Results<Ok<ChangedComment>, Refused>> EditAsync(
        [AsParameters] ThreadRoute route, int number, EditRequest request, ClaimsPrincipal user, CommentPosting posting, CancellationToken cancellation) =>
        (await posting.EditAsync(user.RequiredActor(), route.Key, number, request, cancellation)).ToResult();

    private static async Task<Results<Ok<ChangedThread>, Refused>> RemoveAsync(
        [AsParameters] ThreadRoute route, int number, ClaimsPrincipal user, CommentActions actions, CancellationToken cancellation) =>
        (await actions.RemoveAsync(user.RequiredActor(), route.Key, number, cancellation)).ToResult();
}
