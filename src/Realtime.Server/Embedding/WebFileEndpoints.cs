using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Realtime.Server.Refusals;

namespace Realtime.Server.Embedding;

internal static class WebFileEndpoints
{
    /// <summary>The policy by which a script may be loaded from any page: what it does there is governed by the API's own.</summary>
    public const string AnyPage = "any page";

    private const string Forever = "public, max-age=31536000, immutable", ForMinutes = "public, max-age=300, must-revalidate", AskEachTime = "no-cache";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapWebFiles(this WebApplication app, WebFiles files)
    {
        var isEdited = app.Environment.IsDevelopment();
        foreach (var file in files.All)
            app.MapPublic(file.Path, http => Answer(http, file, file.NeverChanges ? Forever : isEdited ? AskEachTime : ForMinutes));
        if (!files.HasEmbed) app.MapPublic(WebFiles.Embed, _ => new Refused(RefusalTable.EmbedMissing));
    }

    private static void MapPublic(this WebApplication app, string path, Func<HttpContext, IResult> answer) =>
        app.MapMethods(path, Methods, answer).RequireCors(AnyPage).DisableRateLimiting().ExcludeFromDescription();

    private static FileContentHttpResult Answer(HttpContext http, WebFile file, string caching)
    {
        var encoding = EncodingFor(http.Request);
        var headers = http.Response.Headers;
        headers.CacheControl = caching;
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (encoding is not null) headers.ContentEncoding = encoding;
        return TypedResults.Bytes(file.In(encoding), file.Type, entityTag: new EntityTagHeaderValue($"\"{file.Tag}{encoding}\""));
    }

    private static string? EncodingFor(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        bool Accepts(string name) => accepted.Any(it => it.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && it.Quality is not 0);
        return Accepts("br") ? "br" : Accepts("gzip") ? "gzip" : null;
    }
}
