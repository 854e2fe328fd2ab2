using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
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

    public static void MapCommentWriting(this IEndpointRouteBuilder app)
    {
        var comments = app.MapThread().MapGroup("/comments").WithTags("Comments").RequireAuthorization()
            .Refuses(RefusalCode.ThreadBusy, RefusalCode.RequestTooLarge);
        comments.MapPost("", PostAsync).WithName("PostComment").WithSummary("Post a comment, or a reply.")
            .WithDescription("201 for a new comment; 200 with the first one when the client id has been used before, e.g. by a retry.")
            .Refuses(BodyRefusals)
            .Refuses(RefusalCode.ClientIdInvalid, RefusalCode.ArticleUnknown, RefusalCode.ThreadClosed, RefusalCode.ParentUnknown, RefusalCode.ParentRemoved)
            .Refuses(RefusalCode.QuoteUnknown, RefusalCode.QuoteRemoved, RefusalCode.QuoteNotInSource);
        comments.MapPut("/{number}", EditAsync).WithName("EditComment").WithSummary("Give one's own comment new words.")
            .Refuses(BodyRefusals)
            .Refuses(RefusalCode.CommentUnknown, RefusalCode.CommentRemoved, RefusalCode.NotYours, RefusalCode.ThreadClosed)
            .Refuses(RefusalCode.StaleRevision, RefusalCode.EditWindowClosed, RefusalCode.ClientIdInvalid);
        comments.MapDelete("/{number}", RemoveAsync).WithName("RemoveComment").WithSummary("Take one's own comment away. Its number and its replies stay.")
            .Refuses(RefusalCode.CommentUnknown, RefusalCode.CommentRemoved, RefusalCode.NotYours);
    }

    private static async Task<Results<Created<PostedComment>, Ok<PostedComment>, Refused>> PostAsync(
        [AsParameters] ThreadRoute route, PostRequest request, ClaimsPrincipal user, CommentActions actions, CancellationToken cancellation)
    {
        var answer = await actions.PostAsync(user.RequiredActor(), route.Key, request, cancellation);
        if (answer.Value is not { } posted) return Refused.Because(answer.Refusal!);
        return posted.Repeated ? TypedResults.Ok(posted) : TypedResults.Created(route.Comment(posted.Comment.Number), posted);
    }

    private static async Task<Results<Ok<ChangedComment>, Refused>> EditAsync(
        [AsParameters] ThreadRoute route, int number, EditRequest request, ClaimsPrincipal user, CommentActions actions, CancellationToken cancellation) =>
        (await actions.EditAsync(user.RequiredActor(), route.Key, number, request, cancellation)).ToResult();

    private static async Task<Results<Ok<ChangedThread>, Refused>> RemoveAsync(
        [AsParameters] ThreadRoute route, int number, ClaimsPrincipal user, CommentActions actions, CancellationToken cancellation) =>
        (await actions.RemoveAsync(user.RequiredActor(), route.Key, number, cancellation)).ToResult();
}
