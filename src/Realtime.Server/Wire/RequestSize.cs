using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Realtime.Server.Wire;

/// <summary>
/// How much one request may send. The server's own limit cuts the connection, and a client that is still sending then never sees why. So
/// bodies are refused here by their announced length, and up to <see cref="HardLimit"/> the server reads the rest of them and throws it away.
/// </summary>
internal static class RequestSize
{
    /// <summary>
    /// The longest comment fits in any script, also when the client escapes every character. The hub has its own limit, and so have endpoints that say so
    /// (<see cref="IRequestSizeLimitMetadata"/>).
    /// </summary>
    public const long Limit = 768 * 1024;

    /// <summary>Beyond this the connection is cut.</summary>
    public const long HardLimit = 4 << 20;

    public static void UseRequestSize(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Limit;
        if (http.Request.ContentLength > limit)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        // A body that does not announce its length is cut off while it is read.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limit;
        return next(http);
    });
}
