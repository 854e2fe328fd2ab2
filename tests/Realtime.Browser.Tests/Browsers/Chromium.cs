namespace Realtime.Browser.Tests.Browsers;

/// <summary>The browser that Debian ships, started once; every reader has a context of their own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string Program => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    private static bool HasEmbed => File.Exists(Path.Combine(AppContext.BaseDirectory, "web", "embed.js"));

    /// <summary>Why the tests cannot run here; null when they can.</summary>
    public static string? Missing { get; } =
        !File.Exists(Program) ? $"there is no browser at {Program}; the environment variable CHROMIUM names another place"
        : !HasEmbed ? "the embed has not been built: Node was missing when the server was built" : null;

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null) return;
        SetDefaultExpectTimeout(60_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A browser window of a person's own. Skips the test when there can be none.</summary>
    /// <param name="address">The page.</param>
    /// <param name="options">Of the window: its size, its colours.</param>
    /// <param name="block">Addresses that this window cannot load, like <c>**/embed.js</c>.</param>
    internal async Task<Window> OpenAsync(Uri address, BrowserNewContextOptions? options = null, string? block = null)
    {
        Assert.SkipUnless(Missing is null, Missing ?? "");
        var context = await _browser!.NewContextAsync(options ?? new());
        context.SetDefaultTimeout(60_000);
        if (block is not null) await context.RouteAsync(block, route => route.AbortAsync());
        return await Window.OpenAsync(context, address);
    }
}
