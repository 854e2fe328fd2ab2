using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Threads;
using Realtime.Server.Articles;
using Realtime.Server.Bodies;
using Realtime.Server.Limits;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Comments;

/// <summary>How a comment would look. Nothing is kept, and of the person's budget for writing nothing is taken: it is asked while they type.</summary>
internal static class CommentPreview
{
    public static void MapCommentPreview(this IEndpointRouteBuilder app) => app.MapThread().MapPost("/preview", Preview)
        .WithTags("Comments").WithName("PreviewComment").WithSummary("How a comment would look, without posting it.")
        .RequireAuthorization().WithMetadata(ChangesNothing.Instance)
        .Refuses(RefusalCode.CommentEmpty, RefusalCode.CommentTooLong, RefusalCode.CommentMalformed, RefusalCode.RequestTooLarge);

    private static Results<Ok<PreviewedComment>, Refused> Preview([AsParameters] ThreadRoute route, PreviewRequest request, CommentBodies bodies)
    {
        var body = bodies.Read(request.Body);
        return body.Value is { } written ? TypedResults.Ok(new PreviewedComment { Html = written.Html }) : Refused.Because(body.Refusal!);
    }
}

/// <summary>A comment that is being written.</summary>
internal sealed record PreviewRequest
{
    /// <summary>Markdown, as it would be posted.</summary>
    public string? Body { get; init; }
}

internal sealed record PreviewedComment
{
    /// <summary>The sanitized body, the same that readers would get.</summary>
    public required string Html { get; init; }
}
