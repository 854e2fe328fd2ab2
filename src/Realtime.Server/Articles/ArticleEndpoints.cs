using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Threads;
using Realtime.Server.Commenting;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Articles;

/// <summary>What publishers do to an article's discussion.</summary>
internal static class ArticleEndpoints
{
    public static void MapArticles(this IEndpointRouteBuilder app)
    {
        var articles = app.MapThread().WithTags("Articles").RequireAuthorization()
            .Refuses(RefusalCode.NotAllowed, RefusalCode.ThreadBusy);
        articles.MapPut("", DescribeAsync).WithName("DescribeArticle").WithSummary("Register an article, or describe it anew. For publishers.");
        articles.MapPost("/close", CloseAsync).WithName("CloseThread").WithSummary("End the discussion. For moderators and publishers.")
            .Refuses(RefusalCode.ArticleUnknown);
        articles.MapPost("/reopen", ReopenAsync).WithName("ReopenThread").WithSummary("Go on with the discussion. For moderators and publishers.")
            .Refuses(RefusalCode.ArticleUnknown);
        articles.MapPut("/closing", ScheduleCloseAsync).WithName("ScheduleClose")
            .WithSummary("End the discussion by itself at a time. For moderators and publishers.").Refuses(RefusalCode.ArticleUnknown, RefusalCode.ThreadClosed);
        articles.MapDelete("/closing", CancelCloseAsync).WithName("CancelClose")
            .WithSummary("Take the time back. For moderators and publishers.").Refuses(RefusalCode.ArticleUnknown, RefusalCode.ThreadClosed);
    }

    private static async Task<Results<Ok<ChangedThread>, Refused>> ScheduleCloseAsync(
        [AsParameters] ThreadRoute route, ClosingRequest closing, ClaimsPrincipal user, CommentActions actions, CancellationToken cancellation) =>
        closing.At is { } at
            ? (await actions.ScheduleCloseAsync(user.RequiredActor(), route.Key, at.ToUniversalTime(), cancellation)).ToResult()
            : Refused.Because(RefusalCode.RequestMalformed);

    private static async Task<Results<Ok<ChangedThread>, Refused>> CancelCloseAsync(
        [AsParameters] ThreadRoute route, ClaimsPrincipal user, CommentActions actions, CancellationToken cancellation) =>
        (await actions.ScheduleCloseAsync(user.RequiredActor(), route.Key, null, cancellation)).ToResult();

    private static async Task<Results<Ok<ChangedThread>, Refused>> DescribeAsync(
        [AsParameters] ThreadRoute route, ArticleDescription description, ClaimsPrincipal user, CommentActions actions, CancellationToken cancellation)
    {
        var article = description.Read();
        if (article.Refusal is { } refusal) return Refused.Because(refusal);
        return (await actions.DescribeAsync(user.RequiredActor(), route.Key, article.Value!, cancellation)).ToResult();
    }

    private static async Task<Results<Ok<ChangedThread>, Refused>> CloseAsync(
        [AsParameters] ThreadRoute route, ClaimsPrincipal user, CommentActions actions, CancellationToken cancellation) =>
        (await actions.CloseAsync(user.RequiredActor(), route.Key, cancellation)).ToResult();

    private static async Task<Results<Ok<ChangedThread>, Refused>> ReopenAsync(
        [AsParameters] ThreadRoute route, ClaimsPrincipal user, CommentActions actions, CancellationToken cancellation) =>
        (await actions.ReopenAsync(user.RequiredActor(), route.Key, cancellation)).ToResult();
}

/// <summary>When the discussion is to end by itself.</summary>
internal sealed record ClosingRequest
{
    public DateTimeOffset? At { get; init; }
}
