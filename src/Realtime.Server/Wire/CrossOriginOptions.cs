namespace Realtime.Server.Wire;

/// <summary>Whose pages may call this server from a browser (configuration section <c>Cors</c>).</summary>
internal sealed record CrossOriginOptions
{
    /// <summary>Origins like <c>https://www.gazette.example</c> or <c>https://*.gazette.example</c>. None means: pages of this server's own origin only.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Any page at all, for trying things out.</summary>
    public bool AnyOrigin { get; init; }

    public IEnumerable<string> Mistakes() => Origins.Where(origin => !IsOrigin(origin))
        .Select(origin => $"Cors:Origins has '{origin}', which is no origin: it must look like https://www.gazette.example, without a path.");

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin.Replace("://*.", "://", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.PathAndQuery == "/" && !origin.EndsWith('/');
}
