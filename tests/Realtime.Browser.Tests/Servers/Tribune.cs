namespace Realtime.Browser.Tests.Servers;

/// <summary>A newspaper that moderates: its server screens what is written, and every test has a site of its own to set up as it likes.</summary>
public sealed class Tribune : IAsyncLifetime
{
    public const string Article = "harbour-bridge";

    private static int _sites;
    private LiveServer? _server;
    private Publisher? _publisher;

    internal LiveServer Server => _server!;

    public static string NewSite() => $"tribune-{Interlocked.Increment(ref _sites)}";

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Missing is not null) return;
        _server = await LiveServer.StartAsync(screens: true);
        _publisher = await Publisher.OpenAsync(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_publisher is not null) await _publisher.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    internal async Task<Window> OpenAsync(Chromium chromium, string site, Person? person = null, string lang = "en")
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        return await chromium.OpenAsync(_publisher!.PageOf(Article, person is null ? null : await Server.TokenAsync(person), lang, site));
    }

    internal Task<int> PostAsync(Person person, string site, string body, int? replyTo = null) => Server.PostAsync(person, Article, body, replyTo, site: site);

    /// <summary>What whoever keeps the site does, at a path under it.</summary>
    internal Task SetAsync(string site, HttpMethod method, string path, object body)
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        return Server.SendAsync(Person.Editor, method, $"/api/v1/sites/{site}/{path}", body);
    }

    internal Task DecideAsync(string site, int number, object decision) =>
        SetAsync(site, HttpMethod.Post, $"articles/{Article}/comments/{number}/decisions", decision);

    internal Task SanctionAsync(string site, Person person, string kind, string reason) =>
        SetAsync(site, HttpMethod.Post, $"people/{person.Id}/sanctions", new { kind, reason });
}
