using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Realtime.Discussion.Threads;
using Realtime.Server.Articles;
using Realtime.Server.Commenting;
using Realtime.Server.Comments;
using Realtime.Server.Embedding.Pages;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Embedding;

/// <summary>A thread as a page of its own, which needs no script to be read. With scripts the embed takes it over and goes on from its position.</summary>
internal static class ThreadPageEndpoint
{
    public const string Path = "/embed/{site}/{article}";

    /// <summary>
    /// How long a cache may give the page out unasked. It is the longest that words taken away can be met again, until the embed has caught up.
    /// </summary>
    private const string Caching = "public, max-age=5, stale-while-revalidate=10";

    /// <summary>A newer program may write the page of the same position differently.</summary>
    private static readonly string Edition = typeof(ThreadPageEndpoint).Module.ModuleVersionId.ToString("N")[..8];

    public static void MapThreadPages(this IEndpointRouteBuilder app) => app.MapThread(Path)
        .MapGet("", PageAsync).CacheOutput(FreshPages.Name).ExcludeFromDescription();

    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult, Refused>> PageAsync(
        [AsParameters] ThreadRoute route, [AsParameters] PageQuery query, [AsParameters] PageLanguage language, ThreadReads reads, HttpContext http)
    {
        if (query.Read(out var sort, out var cursor, out var limit) is { } wrong) return Refused.Because(wrong);
        if (language.Words is not { } words) return Refused.Because(RefusalCode.RequestMalformed);
        var opened = await reads.OpenAsync(route.Key, http.RequestAborted);
        if (opened.Value is not { } replica) return Refused.Because(opened.Refusal!);
        var page = await replica.PageAsync(sort, cursor, limit, http.RequestAborted);
        var isKnown = http.HasAlready($"{page.Position}-{query.Sort}-{words.Language}-{Edition}");
        http.Response.Headers.CacheControl = Caching;
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        http.Response.Headers.ContentSecurityPolicy = language.Security.Framed;
        if (isKnown) return Freshness.NotModified;
        return TypedResults.Content(new ThreadDocument(route.Key, page, query, words).ToString(), "text/html; charset=utf-8");
    }
}

/// <param name="Lang">The language of the page's own words: <c>en</c>, <c>hy</c>, <c>ru</c>, <c>ar</c> or <c>de</c>.</param>
/// <param name="Options">The default.</param>
/// <param name="Security">How the page is protected.</param>
internal readonly record struct PageLanguage([property: FromQuery(Name = "lang")] string? Lang, IOptions<EmbeddingOptions> Options, PageSecurity Security)
{
    /// <summary>Null for a language that there are no words in.</summary>
    public PageWords? Words => PageWords.In(string.IsNullOrEmpty(Lang) ? Options.Value.Language : Lang);
}
