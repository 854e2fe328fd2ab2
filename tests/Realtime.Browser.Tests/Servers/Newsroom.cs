namespace Realtime.Browser.Tests.Servers;

/// <summary>A server and a publisher's site that tests share; each test takes articles of its own.</summary>
public sealed class Newsroom : IAsyncLifetime
{
    public const string Site = "gazette";

    private static int _articles;
    private LiveServer? _server;
    private Publisher? _publisher;

    internal LiveServer Server => _server!;

    internal Publisher Publisher => _publisher!;

    /// <summary>An article that no other test knows.</summary>
    public static string NewArticle() => $"article-{Interlocked.Increment(ref _articles)}";

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Missing is not null) return;
        _server = await LiveServer.StartAsync();
        _publisher = await Publisher.OpenAsync(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_publisher is not null) await _publisher.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    /// <summary>The page of an article as a person has it open; without a person, somebody who only reads.</summary>
    internal async Task<Window> OpenAsync(
        Chromium chromium, string article, Person? person = null, BrowserNewContextOptions? options = null, string lang = "en")
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        var token = person is null ? null : await Server.TokenAsync(person);
        return await chromium.OpenAsync(Publisher.PageOf(article, token, lang), options);
    }
}
