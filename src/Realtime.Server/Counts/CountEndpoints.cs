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

    public static void MapCounts(this IEndpointRouteBuilder app) => app.MapGet("/api/v1/sites/{site}/counts", CountAsync)
        .WithTags("Counts").WithName("CountComments").WithSummary("The number of comments of up to 100 articles; 0 for an unknown one.")
        .Refuses(RefusalCode.SiteInvalid, RefusalCode.ArticleInvalid, RefusalCode.RequestMalformed, RefusalCode.StoreUnavailable);

    private static async Task<Results<Ok<CommentCounts>, Refused>> CountAsync(
        string site, string[] article, ThreadReads reads, HttpContext http, CancellationToken cancellation)
    {
        if (!SiteId.TryParse(site, out var id)) return Refused.Because(RefusalCode.SiteInvalid);
        if (article.Length is 0 or > MaxArticles) return Refused.Because(RefusalCode.RequestMalformed);
        var articles = new List<ArticleId>(article.Length);
        foreach (var named in article.Distinct())
            if (ArticleId.TryParse(named, out var known)) articles.Add(known);
            else return Refused.Because(RefusalCode.ArticleInvalid);
        var counts = await reads.CountAsync(id, articles, cancellation);
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Ok(new CommentCounts { Counts = articles.Zip(counts).ToDictionary(pair => pair.First.Value, pair => pair.Second) });
    }
}

internal sealed record CommentCounts
{
    /// <summary>The comments that readers can see, by article.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }
}
