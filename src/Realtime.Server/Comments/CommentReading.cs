using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Realtime.Server.Articles;
using Realtime.Server.Commenters;
using Realtime.Server.Commenting;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Comments;

/// <summary>What anybody may read of a thread. All of it comes from this host's copy and costs the thread's writer nothing.</summary>
internal static class CommentReading
{
    private const int MaxEvents = 500;

    public static void MapCommentReading(this IEndpointRouteBuilder app)
    {
        var thread = app.MapThread().WithTags("Comments").AddEndpointFilter<HidesIgnored>().Refuses(RefusalCode.ArticleUnknown);
        thread.MapGet("/comments", PageAsync).WithName("ReadComments").WithSummary("A page of the thread's comments.")
            .WithDescription("Whoever has signed in gets theirs that readers do not see with it (you); without a token it is the same for everybody and may be kept.")
            .Produces(StatusCodes.Status304NotModified).Refuses(RefusalCode.CursorInvalid);
        thread.MapGet("/changes", ChangesAsync).WithName("CatchUp").WithSummary("What has happened since a position.")
            .WithDescription("When the position is too old or of another life of the thread, the answer is { reset: true, position }: read the comments anew.")
            .Produces(StatusCodes.Status304NotModified).Refuses(RefusalCode.PositionInvalid);
        thread.MapGet("/comments/{number}", CommentAsync).WithName("ReadComment").WithSummary("One comment and the conversation above it.")
            .WithDescription("With the raw text when its author or a moderator asks.")
            .Produces(StatusCodes.Status304NotModified).Refuses(RefusalCode.CommentUnknown);
    }

    private static async Task<Results<Ok<ThreadPage>, StatusCodeHttpResult, Refused>> PageAsync(
        [AsParameters] ThreadRoute route, [AsParameters] PageQuery query, ClaimsPrincipal user, ThreadReads reads, HttpContext http, CancellationToken cancellation)
    {
        if (query.Read(out var sort, out var cursor, out var limit) is { } wrong) return Refused.Because(wrong);
        var opened = await reads.OpenAsync(route.Key, cancellation);
        if (opened.Value is not { } replica) return Refused.Because(opened.Refusal!);
        http.VaryByPerson();
        var person = user.AsActor()?.Id;
        if (person is null && http.HasAlready(replica.Position.ToString())) return Freshness.NotModified;
        var page = query.Under is { } number
            ? await replica.UnderAsync(number, cursor, limit, cancellation)
            : await replica.PageAsync(sort, cursor, limit, cancellation);
        if (query.Context == true) page = page with { Context = await replica.AnsweredAsync([.. page.Comments.Select(comment => comment.Number)], cancellation) };
        if (person is { } me)
        {
            http.KeepPrivate();
            return TypedResults.Ok(page with { You = await replica.OwnAsync(me, cancellation) });
        }

        return http.HasAlready(page.Position) ? Freshness.NotModified : TypedResults.Ok(page);
    }

    private static async Task<Results<Ok<ThreadReset>, Ok<ThreadChanges>, StatusCodeHttpResult, Refused>> ChangesAsync(
        [AsParameters] ThreadRoute route, string? since, ThreadReads reads, HttpContext http, CancellationToken cancellation)
    {
        if (!ThreadPosition.TryParse(since, out var position)) return Refused.Because(RefusalCode.PositionInvalid);
        var opened = await reads.OpenAsync(route.Key, cancellation);
        if (opened.Value is not { } replica) return Refused.Because(opened.Refusal!);
        var changes = await replica.ChangesAsync(position, MaxEvents, cancellation);
        if (changes is null) return TypedResults.Ok(new ThreadReset { Position = replica.Position.ToString() });
        return http.HasAlready(changes.Position) ? Freshness.NotModified : TypedResults.Ok(changes);
    }

    private static async Task<Results<Ok<CommentInContext>, StatusCodeHttpResult, Refused>> CommentAsync(
        [AsParameters] ThreadRoute route, int number, ClaimsPrincipal user, ThreadReads reads, HttpContext http, CancellationToken cancellation)
    {
        var opened = await reads.OpenAsync(route.Key, cancellation);
        if (opened.Value is not { } replica) return Refused.Because(opened.Refusal!);
        var viewer = Viewer.Of(user.AsActor());
        if (await replica.CommentAsync(number, viewer, cancellation) is not { } found) return Refused.Because(RefusalCode.CommentUnknown);
        http.VaryByPerson();
        if (viewer == Viewer.Anybody) return http.HasAlready(found.Position) ? Freshness.NotModified : TypedResults.Ok(found);
        // Not only their own: the conversation above it may have what others do not see.
        http.KeepPrivate();
        if (!MayReadText(viewer, found.Comment)) return TypedResults.Ok(found);
        var words = await replica.WordsAsync(number, found.Comment.Revision, cancellation);
        return TypedResults.Ok(found with { Comment = found.Comment with { Text = words?.Body.Text } });
    }

    /// <summary>Of a removed comment nobody gets the text, not even its author.</summary>
    private static bool MayReadText(Viewer viewer, CommentView comment) =>
        comment.Html is not null && (viewer.Moderates || (viewer.Person is { } person && comment.Author?.Id == person.Value));
}

/// <summary>The changes since that position cannot be told: read the comments anew and go on from there.</summary>
internal sealed record ThreadReset
{
    /// <summary>Always true.</summary>
    public bool Reset { get; } = true;

    public required string Position { get; init; }
}
