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
        if (!SiteId.TryParse(site, out _)) return Refused.Because(RefusalCode.SiteInvalid);
        if (article.Length is 0 or > MaxArticles) return Refused.Because(RefusalCode.RequestMalformed);
        var keys = new List<ThreadKey>(article.Length);
        foreach (var id in article.Distinct())
            if (ThreadKey.TryParse(site, id, out var key)) keys.Add(key);
            else return Refused.Because(RefusalCode.ArticleInvalid);
        var counts = await reads.CountAsync(keys, cancellation);
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Ok(new CommentCounts { Counts = keys.Zip(counts).ToDictionary(pair => pair.First.Article.Value, pair => pair.Second) });
    }
}

internal sealed record CommentCounts
{
    /// <summary>The comments that readers can see, by article.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }
}
