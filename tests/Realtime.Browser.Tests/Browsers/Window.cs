using System.Collections.Concurrent;

namespace Realtime.Browser.Tests.Browsers;

/// <summary>One person's browser with a page that has a discussion in it, and what they see and do there.</summary>
internal sealed class Window : IAsyncDisposable
{
    /// <summary>Runs before everything else in the page, and under any policy: it notes what the policy has stopped.</summary>
    private const string Witness = "window.violations = []; addEventListener('securitypolicyviolation', e => window.violations.push(`${e.violatedDirective} ${e.blockedURI}`));";

    private readonly IBrowserContext _context;

    private Window(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => Errors.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Exceptions that nobody caught in the page's scripts.</summary>
    public ConcurrentBag<string> Errors { get; } = [];

    public ILocator Thread => Page.Locator("realtime-thread").First;

    /// <summary>The comments on the screen, in their order.</summary>
    public ILocator Comments => Thread.Locator("realtime-comment");

    /// <summary>The words of all comments on the screen, in their order.</summary>
    public ILocator Words => Comments.Locator(".words");

    public static async Task<Window> OpenAsync(IBrowserContext context, Uri address)
    {
        await context.AddInitScriptAsync(Witness);
        var window = new Window(context, await context.NewPageAsync());
        await window.Page.GotoAsync(address.ToString());
        return window;
    }

    public ILocator Comment(int number) => Thread.Locator($"realtime-comment[data-number='{number}']");

    public ILocator Button(string name) => Thread.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Writes a comment as people do: into the field, then the button.</summary>
    public async Task WriteAsync(string text)
    {
        await Thread.GetByRole(AriaRole.Textbox).First.FillAsync(text);
        await Button("Post comment").ClickAsync();
    }

    /// <summary>Chooses from the menu of a comment.</summary>
    public async Task ChooseAsync(int number, string doing)
    {
        await Comment(number).GetByRole(AriaRole.Button, new() { Name = $"More about comment {number}" }).ClickAsync();
        await Comment(number).Locator(".panel").GetByRole(AriaRole.Button, new() { Name = doing }).ClickAsync();
    }

    /// <summary>The same page once more in the same browser.</summary>
    public async Task<IPage> AnotherTabAsync()
    {
        var tab = await _context.NewPageAsync();
        await tab.GotoAsync(Page.Url);
        return tab;
    }

    public Task<int[]> NumbersAsync() =>
        Comments.EvaluateAllAsync<int[]>("all => all.map(one => Number(one.dataset.number))");

    public async Task SortByAsync(string order)
    {
        await Thread.GetByLabel("Sort by").SelectOptionAsync(order);
        await Expect(Comments.First).ToBeVisibleAsync();
    }

    /// <summary>Where a comment stands on the screen, in pixels from its upper edge, once two frames in a row agree about it.</summary>
    public Task<double> StillTopOfAsync(int number) => Comment(number).EvaluateAsync<double>("""
        async one => {
          for (let last = NaN; ;) {
            await new Promise(requestAnimationFrame);
            const top = one.getBoundingClientRect().top;
            if (top === last) return top;
            last = top;
          }
        }
        """);

    public Task<string[]> ViolationsAsync() => Page.EvaluateAsync<string[]>("window.violations");

    /// <summary>Keeps what is on the screen as an output of the tests, to be looked at.</summary>
    public Task KeepPictureAsync(string name) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Artifacts, "screenshots", $"{name}.png"), FullPage = true });

    /// <summary>The same, in light and in dark.</summary>
    public async Task KeepPicturesAsync(string name)
    {
        await KeepPictureAsync(name);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await KeepPictureAsync($"{name}-dark");
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
