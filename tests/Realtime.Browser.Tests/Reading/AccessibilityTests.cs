using System.Text.Json;

namespace Realtime.Browser.Tests.Reading;

public class AccessibilityTests(Chromium chromium, Newsroom newsroom)
{
    private static readonly string Axe = Repository.Web("node_modules", "axe-core", "axe.min.js");

    private readonly string _article = Newsroom.NewArticle();

    [Theory]
    [InlineData(ColorScheme.Light, "en")]
    [InlineData(ColorScheme.Dark, "en")]
    [InlineData(ColorScheme.Light, "ar")]
    [InlineData(ColorScheme.Dark, "hy")]
    public async Task A_discussion_in_use_has_no_violation_of_WCAG(ColorScheme scheme, string lang)
    {
        Assert.SkipUnless(File.Exists(Axe), "axe-core is not installed: npm ci in src/Realtime.Web");
        await Conversation.HoldAsync(newsroom.Server, _article);
        await using var ada = await newsroom.OpenAsync(chromium, _article, Person.Ada, new() { ColorScheme = scheme }, lang);
        await Expect(ada.Comments).ToHaveCountAsync(Conversation.Length);

        Assert.Empty(await ViolationsAsync(ada));
        await ada.Comment(1).Locator("button.reply").ClickAsync();
        await ada.Comment(1).Locator("textarea").FillAsync("> so\n\n*Yes*");
        await ada.Comment(2).Locator("button[aria-expanded=false]").First.ClickAsync();
        Assert.Empty(await ViolationsAsync(ada));
    }

    [Theory]
    [InlineData(ColorScheme.Light, "en")]
    [InlineData(ColorScheme.Dark, "ar")]
    public async Task Nor_has_the_page_that_needs_no_script(ColorScheme scheme, string lang)
    {
        Assert.SkipUnless(File.Exists(Axe), "axe-core is not installed: npm ci in src/Realtime.Web");
        await Conversation.HoldAsync(newsroom.Server, _article);
        var address = new Uri(newsroom.Server.Address, $"/embed/{Newsroom.Site}/{_article}?lang={lang}");
        await using var page = await chromium.OpenAsync(address, new() { ColorScheme = scheme }, block: "**/embed.js");
        await Expect(page.Page.Locator("article.comment")).ToHaveCountAsync(Conversation.Length);

        Assert.Empty(await ViolationsAsync(page));
    }

    private static async Task<IEnumerable<string>> ViolationsAsync(Window window)
    {
        await window.Page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
        var found = await window.Page.EvaluateAsync<JsonElement>("""
            async () => {
              const { passes, violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
              const looked = passes.some(rule => rule.id === 'color-contrast' && rule.nodes.some(node => node.html.includes('I cycle across')));
              return [...(looked ? [] : ['no comment was looked at']),
                ...violations.flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`))];
            }
            """);
        return found.EnumerateArray().Select(violation => violation.GetString()!);
    }
}
