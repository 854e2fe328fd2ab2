namespace Realtime.Browser.Tests.Text;

public class HostileTextTests(Chromium chromium, Newsroom newsroom)
{
    /// <summary>Each sets <c>window.xss</c> when anything in it runs.</summary>
    public static TheoryData<string> Attempts { get; } =
    [
        "<script>window.xss = 1</script>",
        "<img src=x onerror=\"window.xss = 1\">",
        "<svg onload=\"window.xss = 1\"><animate onbegin=\"window.xss = 1\" attributeName=x dur=1s>",
        "</script><script>window.xss = 1</script>",
        "<!--<script>--><img src=x onerror=window.xss=1>",
        "[x](javascript:window.xss=1)",
        "[x](<java\tscript:window.xss=1>)",
        "![x](x\" onerror=\"window.xss=1)",
        "<a href=\"data:text/html,<script>opener.xss=1</script>\" target=_blank>x</a>",
        "<iframe srcdoc=\"<script>parent.xss=1</script>\"></iframe>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=window.xss=1&gt;\">",
        "<form><button formaction=\"javascript:window.xss=1\">x</button></form>",
        "\"' onmouseover='window.xss=1' autofocus onfocus=window.xss=1 x=\"",
        "${window.xss=1} {{constructor.constructor('window.xss=1')()}}",
        "<details open ontoggle=window.xss=1><summary>x</summary></details>",
    ];

    private readonly string _article = Newsroom.NewArticle();

    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task What_could_run_is_shown_as_text_in_bodies_names_and_quotes(string attempt)
    {
        var eve = new Person("eve", attempt.Replace('\t', ' '));
        var written = await newsroom.Server.PostAsync(eve, _article, attempt);
        var fenced = await newsroom.Server.PostAsync(eve, _article, $"```\n{attempt}\n```");
        await newsroom.Server.PostAsync(eve, _article, "Quoted", quote: new { number = fenced, revision = 1, text = attempt });
        await using var ada = await newsroom.OpenAsync(chromium, _article, Person.Ada);
        await Expect(ada.Comments).ToHaveCountAsync(3);

        await TouchEverythingAsync(ada.Words);

        await Expect(ada.Comment(fenced).Locator("pre")).ToContainTextAsync(attempt);
        await Expect(ada.Comment(written).Locator("script, img, svg animate, iframe, form, details, math, style, [onerror], [onload], [onmouseover], [srcdoc]")).ToHaveCountAsync(0);
        Assert.False(await ada.Page.EvaluateAsync<bool>("'xss' in window"));
        Assert.Empty(await ada.ViolationsAsync());
        Assert.Empty(ada.Errors);
    }

    [Fact]
    public async Task Nor_does_any_of_it_run_on_the_thread_s_own_page()
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        foreach (var attempt in Attempts)
        {
            var eve = new Person("eve", attempt.Data.Replace('\t', ' '));
            var fenced = await newsroom.Server.PostAsync(eve, _article, $"```\n{attempt.Data}\n```");
            await newsroom.Server.PostAsync(eve, _article, attempt.Data, quote: new { number = fenced, revision = 1, text = attempt.Data });
        }

        var address = new Uri(newsroom.Server.Address, $"/embed/{Newsroom.Site}/{_article}");
        await using var plain = await chromium.OpenAsync(address, block: "**/embed.js");
        await Expect(plain.Page.Locator("article.comment")).ToHaveCountAsync(2 * Attempts.Count);
        await using var taken = await chromium.OpenAsync(address);
        await Expect(taken.Comments).ToHaveCountAsync(2 * Attempts.Count);

        await TouchEverythingAsync(plain.Page.Locator("article.comment"));
        await TouchEverythingAsync(taken.Words);

        foreach (var window in new[] { plain, taken })
        {
            Assert.False(await window.Page.EvaluateAsync<bool>("'xss' in window"));
            Assert.Empty(await window.ViolationsAsync());
        }
    }

    /// <summary>Handlers that wait for a pointer or the focus get both; links are followed in the page.</summary>
    private static Task<object?> TouchEverythingAsync(ILocator all) => all.EvaluateAllAsync<object?>("""
        all => all.flatMap(one => [one, ...one.querySelectorAll('*')]).forEach(node => {
          for (const type of ['mouseover', 'focus', 'load', 'error', 'toggle']) node.dispatchEvent(new Event(type));
          if (node instanceof HTMLAnchorElement && node.protocol === 'javascript:') node.click();
        })
        """);
}
