namespace Realtime.Browser.Tests.Pages;

/// <summary>Pictures to be looked at: whether a page is good to read no assertion can tell.</summary>
public class PictureTests(Chromium chromium, Newsroom newsroom)
{
    private readonly string _article = Newsroom.NewArticle();

    [Theory]
    [InlineData("light", ColorScheme.Light, "en", 1000)]
    [InlineData("dark", ColorScheme.Dark, "en", 1000)]
    [InlineData("rtl", ColorScheme.Light, "ar", 1000)]
    [InlineData("mobile", ColorScheme.Light, "hy", 390)]
    [InlineData("mobile-rtl-dark", ColorScheme.Dark, "ar", 390)]
    public async Task A_discussion_fits_its_screen(string name, ColorScheme scheme, string lang, int width)
    {
        await Conversation.HoldAsync(newsroom.Server, _article);
        var options = new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } };
        await using var ada = await newsroom.OpenAsync(chromium, _article, Person.Ada, options, lang);
        await Expect(ada.Comments).ToHaveCountAsync(Conversation.Length);
        await ada.Comment(7).Locator("button.reply").ClickAsync();

        await ada.KeepPictureAsync(name);

        Assert.InRange(await ada.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
    }

    [Theory]
    [InlineData("plain", "en", 1000)]
    [InlineData("plain-rtl", "ar", 390)]
    public async Task So_does_the_page_that_needs_no_script(string name, string lang, int width)
    {
        await Conversation.HoldAsync(newsroom.Server, _article);
        var options = new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new() { Width = width, Height = 900 } };
        await using var page = await chromium.OpenAsync(new Uri(newsroom.Server.Address, $"/embed/{Newsroom.Site}/{_article}?lang={lang}"), options);

        await page.KeepPictureAsync(name);

        await Expect(page.Page.Locator("article.comment")).ToHaveCountAsync(Conversation.Length);
    }
}
