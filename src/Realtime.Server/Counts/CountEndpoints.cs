using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Server.Commenting;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Counts;

/// <summary>How many comments articles have, for a page that lists them.</summary>
internal static class CountEndpoints
{
    private const int MaxArticles = 100;

    public static void MapCounts(this IEndpointRouteBuilder app)
    {
        var counts = app.MapGroup("/api/v1/sites/{site}/counts").WithTags("Counts").Refuses(RefusalCode.SiteInvalid, RefusalCode.ArticleInvalid, RefusalCode.RequestMalformed);
        counts.MapGet("", CountAsync).WithName("CountComments").WithSummary("The number of comments of up to 100 articles; 0 for an unknown one.")
            .Refuses(RefusalCode.StoreUnavailable);
        counts.MapGet("/live", Watch).WithName("WatchCounts").WithSummary("The same, then what changes, about a second late, as server-sent events.")
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream");
    }

    private static async Task<Results<Ok<CommentCounts>, Refused>> CountAsync(
        string site, string[] article, ThreadReads reads, HttpContext http, CancellationToken cancellation)
    {
        if (Read(site, article, out var id, out var articles) is { } wrong) return Refused.Because(wrong);
        var counts = await reads.CountAsync(id, articles, cancellation);
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Ok(new CommentCounts { Counts = articles.Zip(counts).ToDictionary(pair => pair.First.Value, pair => pair.Second) });
    }

    private static Results<ServerSentEventsResult<IReadOnlyDictionary<string, int>>, Refused> Watch(
        string site, string[] article, LiveCounts counts, CancellationToken cancellation) =>
        Read(site, article, out var id, out var articles) is { } wrong
            ? Refused.Because(wrong)
            : TypedResults.ServerSentEvents(counts.WatchAsync(id, articles, cancellation), eventType: "counts");

    private static RefusalCode? Read(string site, string[] article, out SiteId id, out List<ArticleId> articles)
    {
        articles = new List<ArticleId>(article.Length);
        if (!SiteId.TryParse(site, out id)) return RefusalCode.SiteInvalid;
        if (article.Length is 0 or > MaxArticles) return RefusalCode.RequestMalformed;
        foreach (var named in article.Distinct())
            if (ArticleId.TryParse(named, out var known)) articles.Add(known);
            else return RefusalCode.ArticleInvalid;
        return null;
    }
}

internal sealed record CommentCounts
{
    /// <summary>The comments that readers can see, by article.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }
}
