namespace Realtime.Server.Embedding;

/// <summary>The Content-Security-Policy of this server's own pages: nothing but their own files, nothing inline, so that what slips into a page cannot run.</summary>
internal sealed class PageSecurity(EmbeddingOptions options)
{
    private const string OwnFiles = "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>For a page that publishers may frame.</summary>
    public string Framed { get; } = $"{OwnFiles}; frame-ancestors {string.Join(' ', options.FrameAncestors.Prepend("'self'"))}";

    public string Unframed { get; } = $"{OwnFiles}; frame-ancestors 'none'";
}
