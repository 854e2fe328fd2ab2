using Microsoft.AspNetCore.OutputCaching;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Server.Commenting;

namespace Realtime.Server.Embedding;

/// <summary>
/// Keeps written pages under the thread's position: a rush of readers to one article costs one page for each change, and what has been taken away is not met again,
/// because at the position after it there is no page yet.
/// </summary>
internal sealed class FreshPages(ThreadReads reads) : IOutputCachePolicy
{
    public const string Name = "fresh pages";

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (await PositionAsync(context.HttpContext, cancellation) is not { } position) return;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Kept;
        context.CacheVaryByRules.QueryKeys = new(["sort", "cursor", "limit", "lang"]);
        context.CacheVaryByRules.HeaderNames = "Accept-Encoding";
        context.CacheVaryByRules.VaryByValues["position"] = position;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Response.StatusCode != StatusCodes.Status200OK) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>Null when there is no such thread to be read now; the endpoint will say why.</summary>
    private async ValueTask<string?> PositionAsync(HttpContext http, CancellationToken cancellation)
    {
        var route = http.Request.RouteValues;
        if (!ThreadKey.TryParse(route["site"] as string, route["article"] as string, out var key)) return null;
        try
        {
            return (await reads.OpenAsync(key, cancellation)).Value?.Position.ToString();
        }
        catch (JournalUnavailableException)
        {
            return null;
        }
    }
}
