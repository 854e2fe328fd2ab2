using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Realtime.Server.Embedding;
using Realtime.Server.Hosting;
using Realtime.Server.Tests.Servers;
using Realtime.Testing.Processes;
using Xunit;

namespace Realtime.Server.Tests.Embedding;

/// <summary>A server of nothing but files, so that it does not matter whether the embed has been built here.</summary>
public sealed class WebFileTests : IAsyncLifetime
{
    private const string Script = "export const hello = 'Բարև';";

    private readonly TemporaryDirectory _home = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
    private WebApplication? _app;

    public ValueTask InitializeAsync()
    {
        var web = Directory.CreateDirectory(Path.Combine(_home.Path, WebFiles.Directory));
        web.CreateSubdirectory("assets");
        File.WriteAllText(Path.Combine(web.FullName, "embed.js"), Script);
        File.WriteAllText(Path.Combine(web.FullName, "assets", "words-1f2e3d.js"), Script);
        return ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        _home.Dispose();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task The_script_comes_as_small_as_the_browser_can_read_it(string? encoding)
    {
        if (encoding is not null) _client.DefaultRequestHeaders.AcceptEncoding.Add(new(encoding));
        using var response = await _client.GetAsync("/embed.js");
        await using var content = await response.Content.ReadAsStreamAsync();
        Stream plain = encoding switch
        {
            "br" => new BrotliStream(content, CompressionMode.Decompress),
            "gzip" => new GZipStream(content, CompressionMode.Decompress),
            _ => content,
        };

        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(Script, await new StreamReader(plain).ReadToEndAsync());
        Assert.Equal("text/javascript", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    [Fact]
    public async Task The_script_may_be_loaded_from_any_page()
    {
        _client.DefaultRequestHeaders.Add("Origin", "https://www.gazette.example");
        using var response = await _client.GetAsync("/embed.js");

        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("cross-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }

    [Fact]
    public async Task The_script_is_asked_for_again_soon_and_what_has_a_hash_in_its_name_never()
    {
        using var script = await _client.GetAsync("/embed.js");
        using var again = await _client.GetUnlessAsync("/embed.js", script.Headers.ETag);
        using var hashed = await _client.GetAsync("/assets/words-1f2e3d.js");

        Assert.True(script.Headers.CacheControl!.MaxAge <= TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Contains("immutable", hashed.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_embed_its_address_says_what_is_missing()
    {
        await _app!.DisposeAsync();
        Directory.Delete(Path.Combine(_home.Path, WebFiles.Directory), recursive: true);
        await ServeAsync();

        var problem = await _client.GetAsync("/embed.js").IsRefusedAsync(404, "embed_missing");

        Assert.Contains("Node", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    private async ValueTask ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0", "--environment=Production"]);
        builder.AddEmbedding();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRateLimiter(_ => { });
        _app = builder.Build();
        _app.UseCors();
        _app.MapWebFiles(WebFiles.Read(_home.Path));
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().ForClients());
    }
}
