using Realtime.Server.Embedding.Pages;

namespace Realtime.Server.Embedding;

/// <summary>The page of a thread that a publisher may show in a frame (configuration section <c>Embedding</c>).</summary>
internal sealed record EmbeddingOptions
{
    /// <summary>Pages that may show it in a frame, like <c>https://www.gazette.example</c> or <c>https://*.gazette.example</c>; <c>*</c> for any. This server's own may always.</summary>
    public IReadOnlyList<string> FrameAncestors { get; init; } = [];

    /// <summary>The language of the page's own words where the address has no <c>lang</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Every mistake, each beginning with the configuration key that it is about.</summary>
    public IEnumerable<string> Mistakes()
    {
        foreach (var origin in FrameAncestors.Where(origin => origin != "*" && !IsOrigin(origin)))
            yield return $"Embedding:FrameAncestors has '{origin}', which is no origin: it must look like https://www.gazette.example, without a path.";
        if (PageWords.In(Language) is null) yield return $"Embedding:Language must be one of {string.Join(", ", PageWords.Languages)}.";
    }

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin.Replace("://*.", "://", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && !origin.AsSpan().ContainsAny(" ;,'\"") && uri.PathAndQuery == "/" && !origin.EndsWith('/');
}
