using System.Text.Json;

namespace Realtime.Browser.Tests.Desk;

/// <summary>The desk's other views, by keyboard as well; and how all of them look.</summary>
public class DeskViewTests(Chromium chromium, Newsroom newsroom)
{
    private static readonly string Axe = Repository.Web("node_modules", "axe-core", "axe.min.js");

    [Fact]
    public async Task Word_lists_are_tried_and_applied_to_what_stands()
    {
        var site = await OpenAsync(review: false);
        await site.PostAsync("The marmalade is excellent.", "The weather is not.");
        await using var jonas = await Moderator.OpenAsync(chromium, site, Person.Jonas);

        await jonas.PressAsync("g w");
        await jonas.TabToAsync("Banned");
        await jonas.Page.Keyboard.TypeAsync("marmalade");
        await jonas.TabToAsync("Try on what stands");
        await jonas.PressAsync("Enter");
        await Expect(jonas.Page.Locator("realtime-desk [data-done=true]")).ToContainTextAsync("1 comment would change.");
        await Expect(jonas.Page.Locator("realtime-desk [data-done=true] tbody")).ToContainTextAsync("The marmalade is excellent.");
        await jonas.TabToAsync("Save and apply");
        await jonas.PressAsync("Enter");

        await Expect(jonas.Notices).ToContainTextAsync("1 comment has changed");
        Assert.Equal(1, await site.PublishedAsync());
    }

    [Fact]
    public async Task The_audit_shows_what_readers_saw_at_a_moment()
    {
        var site = await OpenAsync(review: false);
        await site.PostAsync("First words.", "Second words.");
        await site.DecideAsync(Person.Mira, 1, "reject", "spam");
        await using var mira = await Moderator.OpenAsync(chromium, site, Person.Mira);

        await mira.PressAsync("g a");
        await mira.TabToAsync("Id of an article");
        await mira.Page.Keyboard.TypeAsync(DeskSite.Article);
        await mira.PressAsync("Enter");

        var (seen, trail) = (mira.Page.Locator("realtime-desk .then"), mira.Page.Locator("realtime-desk .trail li"));
        await Expect(trail.Filter(new() { HasText = "Mira Voss rejected comment 1" })).ToHaveCountAsync(1);
        await Expect(seen).Not.ToContainTextAsync("First words.");
        await trail.Filter(new() { HasText = "Reader 1 posted comment 2" }).GetByRole(AriaRole.Button).FocusAsync();
        await mira.PressAsync("Enter");
        await Expect(seen).ToContainTextAsync("First words.");
    }

    [Theory]
    [InlineData(ColorScheme.Light, "en", "desk-light")]
    [InlineData(ColorScheme.Dark, "en", "desk-dark")]
    [InlineData(ColorScheme.Light, "ar", "desk-rtl")]
    public async Task The_desk_has_no_violation_of_WCAG(ColorScheme scheme, string lang, string name)
    {
        Assert.SkipUnless(File.Exists(Axe), "axe-core is not installed: npm ci in src/Realtime.Web");
        var site = await OpenAsync(review: true);
        await site.PostAsync("I cycle across at *seven*.", "You complete idiot, read https://a.example https://b.example https://c.example", "السفن لا تنتظر، أما نحن فننتظر.");
        await site.WaitingAsync(3);
        var options = new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new() { Width = 1440, Height = 900 } };
        await using var jonas = await Moderator.OpenAsync(chromium, site, Person.Jonas, options, lang);
        await jonas.ReadyAsync();
        await Expect(jonas.Rows).ToHaveCountAsync(3);
        await using var mira = await Moderator.OpenAsync(chromium, site, Person.Mira, options, lang);
        await mira.ReadyAsync();
        await mira.PressAsync("K");
        await Expect(mira.Banner).ToBeVisibleAsync();
        await Expect(jonas.Rows.Locator(".note")).ToHaveCountAsync(0);
        Assert.Empty(await ViolationsAsync(mira));
        await jonas.PressAsync("x");
        await jonas.Window.KeepPictureAsync(name);

        Assert.Empty(await ViolationsAsync(jonas));
        foreach (var key in new[] { "r", "s", "d", "y", "o", "m", "z", "B", "?" })
        {
            await jonas.AskAsync(key);
            Assert.Empty(await ViolationsAsync(jonas));
            await jonas.PressAsync("Escape");
        }

        await jonas.PressAsync("p");
        await Expect(jonas.Page.Locator("realtime-desk .person")).ToBeVisibleAsync();
        Assert.Empty(await ViolationsAsync(jonas));
        await jonas.PressAsync("g w");
        await Expect(jonas.Page.Locator("realtime-desk .words-list").First).ToBeVisibleAsync();
        Assert.Empty(await ViolationsAsync(jonas));
        await jonas.Page.Locator("realtime-desk .words-list").First.FocusAsync();
        await jonas.Page.Keyboard.TypeAsync("cycle");
        await jonas.PressAsync("Escape c t");
        await Expect(jonas.Page.Locator("realtime-desk [data-done=true] tbody tr")).ToHaveCountAsync(1);
        Assert.Empty(await ViolationsAsync(jonas));
        await jonas.Window.KeepPictureAsync($"{name}-words");
        await jonas.PressAsync("g q v");
        await Expect(jonas.Page.Locator("realtime-desk .trail")).ToBeVisibleAsync();
        Assert.Empty(await ViolationsAsync(jonas));
        Assert.Empty(await jonas.Window.ViolationsAsync());
    }

    private async Task<DeskSite> OpenAsync(bool review)
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        return await DeskSite.OpenAsync(newsroom.Server, review);
    }

    private static async Task<IEnumerable<string>> ViolationsAsync(Moderator moderator)
    {
        await moderator.Page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
        var found = await moderator.Page.EvaluateAsync<JsonElement>("""
            async () => {
              const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
              return violations.flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`));
            }
            """);
        return found.EnumerateArray().Select(violation => violation.GetString()!);
    }
}
