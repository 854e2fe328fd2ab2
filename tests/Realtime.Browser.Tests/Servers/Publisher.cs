using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Realtime.Browser.Tests.Servers;

/// <summary>
/// A newspaper's own site, of another origin than the server: an article with the embed's element under it, and a policy that lets the server's scripts and connections
/// through and nothing inline.
/// </summary>
internal sealed class Publisher : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Uri _server;

    private Publisher(WebApplication app, Uri server) => (_app, _server) = (app, server);

    private string Policy => $"default-src 'none'; script-src {_server}; connect-src {_server} ws://{_server.Authority}; style-src 'self'; base-uri 'none'; form-action 'none'";

    private Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<Publisher> OpenAsync(Uri server)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var publisher = new Publisher(builder.Build(), server);
        publisher._app.MapGet("/paper.css", () => Results.Text(Style, "text/css"));
        publisher._app.MapGet("/front", (HttpContext http) => publisher.Answer(http, "en", publisher.Front(http.Request.Query["article"]!)));
        publisher._app.MapGet("/{article}", (string article, string? lang, string? token, string? site, HttpContext http) =>
            publisher.Answer(http, lang ?? "en", publisher.Article(site ?? Newsroom.Site, article, token)));
        await publisher._app.StartAsync();
        return publisher;
    }

    /// <summary>The page of an article, for somebody who has signed in or not.</summary>
    public Uri PageOf(string article, string? token = null, string lang = "en", string site = Newsroom.Site) =>
        new(Address, $"/{article}?lang={lang}&site={site}{(token is null ? "" : $"&token={token}")}");

    /// <summary>The front page, which tells of each article how many comments it has.</summary>
    public Uri FrontPage(params string[] articles) => new(Address, "/front?" + string.Join('&', articles.Select(article => $"article={article}")));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Without the browser's own scroll anchoring, which not every browser has: whoever keeps the reader's place here is the embed.</summary>
    private const string Style =
        ":root { color-scheme: light dark; overflow-anchor: none } body { margin: 0 auto; max-width: 42rem; padding: 1rem; font: 1rem/1.5 sans-serif } .story { min-height: 60rem } .masthead { display: flex; justify-content: flex-end; min-height: 2.5rem }";

    private IResult Answer(HttpContext http, string lang, string body)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        var direction = lang == "ar" ? "rtl" : "ltr";
        return Results.Text($"""
            <!doctype html><html lang="{Encode(lang)}" dir="{direction}"><head><meta charset="utf-8"><title>The Gazette</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/paper.css">
            <script type="module" src="{_server}embed.js"></script><script type="module" src="{_server}inbox.js"></script></head><body><main>{body}</main></body></html>
            """, "text/html; charset=utf-8");
    }

    private string Article(string site, string article, string? token) => $"""
        <div class="masthead"><realtime-inbox {Attributes(site, token)}></realtime-inbox></div>
        <article class="story"><h1>The bridge</h1><p>It waits for the boats.</p></article>
        <realtime-thread article="{Encode(article)}" {Attributes(site, token)}></realtime-thread>
        """;

    private string Attributes(string site, string? token) =>
        $"site=\"{Encode(site)}\" server=\"{_server}\"{(token is null ? "" : $" token=\"{Encode(token)}\"")}";

    private string Front(IEnumerable<string?> articles) => string.Concat(articles.Select(article =>
        $"<p>{Encode(article!)} <realtime-count site=\"{Newsroom.Site}\" article=\"{Encode(article!)}\" server=\"{_server}\"></realtime-count></p>"));

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
