using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Realtime.Server.Embedding;

/// <summary>
/// A file for browsers, kept in memory, and compressed as small as it gets when it is first asked for. Its entity tag is of its content, so that all servers of a
/// cluster give the same one.
/// </summary>
internal sealed class WebFile(string path, byte[] content)
{
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".json"] = "application/json",
        [".map"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary();

    private readonly Lazy<byte[]> _brotli = new(() => Compress(content, to => new BrotliStream(to, CompressionLevel.SmallestSize)));
    private readonly Lazy<byte[]> _gzip = new(() => Compress(content, to => new GZipStream(to, CompressionLevel.SmallestSize)));

    /// <summary>Its address on the server, like <c>/embed.js</c>.</summary>
    public string Path => path;

    public string Type { get; } = Types.GetValueOrDefault(System.IO.Path.GetExtension(path), "application/octet-stream");

    public string Tag { get; } = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));

    /// <summary>The bundler puts what has a hash in its name into this folder: another content has another name.</summary>
    public bool NeverChanges => path.StartsWith("/assets/", StringComparison.Ordinal);

    /// <param name="encoding"><c>br</c>, <c>gzip</c>, or anything else for as it is.</param>
    public byte[] In(string? encoding) => encoding switch { "br" => _brotli.Value, "gzip" => _gzip.Value, _ => content };

    private static byte[] Compress(byte[] content, Func<Stream, Stream> compression)
    {
        using var compressed = new MemoryStream();
        using (var stream = compression(compressed)) stream.Write(content);
        return compressed.ToArray();
    }
}
