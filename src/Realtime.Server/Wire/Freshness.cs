using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Realtime.Server.Wire;

/// <summary>
/// What a read answers is exact at a position, so that the position is its entity tag. Clients and caches may keep an answer and must ask each time whether it
/// still holds. The tag is weak: the same answer may be compressed or not.
/// </summary>
internal static class Freshness
{
    public static StatusCodeHttpResult NotModified { get; } = TypedResults.StatusCode(StatusCodes.Status304NotModified);

    /// <summary>Marks the answer; true when the client has it already.</summary>
    public static bool HasAlready(this HttpContext http, string position)
    {
        var tag = new EntityTagHeaderValue($"\"{position}\"", isWeak: true);
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
    }

    /// <summary>Tells caches that the answer to a reader without a token is not the one to a person.</summary>
    public static void VaryByPerson(this HttpContext http) => http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Authorization);

    /// <summary>Marks the answer as meant for this person only.</summary>
    public static void KeepPrivate(this HttpContext http)
    {
        http.Response.Headers.Remove(HeaderNames.ETag);
        http.Response.Headers.CacheControl = "private, no-store";
    }
}
