using System.Text.Json;

namespace Realtime.Browser.Tests.Desk;

/// <summary>A moderator at the desk, with nothing but a keyboard.</summary>
internal sealed class Moderator(Window window) : IAsyncDisposable
{
    /// <summary>What the screen says: whether nothing waits, which comment is open and can be decided about, and whether there is another that nobody is at.</summary>
    private const string Look = """
        () => {
          const root = document.querySelector('realtime-desk').shadowRoot;
          const rows = [...root.querySelectorAll('[role=option]:not(.over)')];
          const open = root.querySelector('.looking article');
          const ready = open?.ariaBusy === 'false' && open.querySelector('.comment') && !open.querySelector('.banner') && rows.some(row => row.ariaCurrent) ? Number(open.dataset.number) : 0;
          const isFree = rows.some(row => !row.classList.contains('taken') && !row.ariaCurrent);
          return { isEmpty: rows.length === 0, ready, isFree };
        }
        """;

    public Window Window => window;

    public IPage Page => window.Page;

    public ILocator Rows => Page.Locator("realtime-desk [role=option]");

    public ILocator Open => Page.Locator("realtime-desk .looking article");

    public ILocator Notices => Page.Locator("realtime-desk .notices");

    public ILocator Dialog => Page.Locator("realtime-desk dialog");

    public ILocator Banner => Open.Locator(".banner");

    public static Task<Moderator> OpenAsync(Chromium chromium, DeskSite site, Person person, BrowserNewContextOptions? options = null, string lang = "en") =>
        OpenAsync(chromium, new Uri($"{site.Address}&lang={lang}"), person, options);

    public static async Task<Moderator> OpenAsync(Chromium chromium, Uri address, Person person, BrowserNewContextOptions? options = null)
    {
        var moderator = new Moderator(await chromium.OpenAsync(address, options));
        await moderator.TabToAsync(person.Name);
        await moderator.PressAsync("Enter");
        await Expect(moderator.Page.Locator("realtime-desk .me")).ToHaveTextAsync(person.Name);
        return moderator;
    }

    public ILocator Connection => Page.Locator("realtime-desk .connection");

    /// <summary>Which comment is open.</summary>
    public async Task<int> OpenNumberAsync() => int.Parse((await Open.GetAttributeAsync("data-number"))!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Presses keys one after the other, like <c>g p</c>.</summary>
    public async Task PressAsync(string keys)
    {
        foreach (var key in keys.Split(' ')) await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Presses a key whose question is asked once the server has told how things are.</summary>
    public async Task AskAsync(string key)
    {
        await Page.Keyboard.PressAsync(key);
        await Expect(Dialog).ToBeVisibleAsync();
    }

    /// <summary>Goes on with the Tab key until something that is called so has the focus.</summary>
    public async Task TabToAsync(string name)
    {
        await Expect(Page.Locator("realtime-desk").Locator("button, input, textarea").First).ToBeVisibleAsync();
        for (var i = 0; i < 80; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if ((await FocusedAsync()).Contains(name, StringComparison.Ordinal)) return;
        }

        Assert.Fail($"The Tab key never came to '{name}'.");
    }

    /// <summary>When the comment that is open can be decided about.</summary>
    public Task ReadyAsync() => Page.WaitForFunctionAsync($"() => ({Look})().ready > 0");

    /// <summary>
    /// Decides about everything until nothing waits, every third time against it; answers which comments it was. A decision that did not get through is made again,
    /// as a person would: how often each was taken, the server knows.
    /// </summary>
    public async Task<IReadOnlySet<int>> EmptyQueueAsync()
    {
        var handled = new HashSet<int>();
        while (true)
        {
            await Page.WaitForFunctionAsync($"() => (look => look.isEmpty || look.ready > 0 || look.isFree)(({Look})())");
            var screen = await Page.EvaluateAsync<JsonElement>(Look);
            if (screen.GetProperty("isEmpty").GetBoolean()) return handled;
            var ready = screen.GetProperty("ready").GetInt32();
            if (ready == 0)
            {
                await PressAsync("j");
                continue;
            }

            await PressAsync(handled.Count % 3 == 2 ? "r 3 Enter" : "a");
            handled.Add(ready);
            await Page.WaitForFunctionAsync($"() => ({Look})().ready !== {ready}");
        }
    }

    public ValueTask DisposeAsync() => window.DisposeAsync();

    private Task<string> FocusedAsync() => Page.EvaluateAsync<string>("""
        () => {
          let node = document.activeElement;
          while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
          return node?.getAttribute('aria-label') ?? node?.labels?.[0]?.textContent.trim() ?? node?.textContent.trim() ?? '';
        }
        """);
}
