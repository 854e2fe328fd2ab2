namespace Realtime.Browser.Tests.Pages;

public class ThreadPageTests(Chromium chromium, Newsroom newsroom)
{
    private readonly string _article = Newsroom.NewArticle();

    private Uri Address => new(newsroom.Server.Address, $"/embed/{Newsroom.Site}/{_article}");

    [Fact]
    public async Task Without_scripts_it_is_read_page_by_page()
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        for (var i = 1; i <= 55; i++) await newsroom.Server.PostAsync(Person.Armen, _article, $"Number {i}");
        await using var page = await chromium.OpenAsync(Address, new() { JavaScriptEnabled = false });

        await Expect(page.Page.Locator("article.comment").First).ToContainTextAsync("Number 55");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "More comments" }).ClickAsync();

        await Expect(page.Page.Locator("article.comment")).ToHaveCountAsync(5);
        await Expect(page.Page.Locator("article.comment .body").Last).ToHaveTextAsync("Number 1");
    }

    [Fact]
    public async Task The_embed_takes_the_page_over_without_a_frame_in_which_a_comment_is_missing()
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        await Conversation.HoldAsync(newsroom.Server, _article);
        await using var page = await chromium.OpenAsync(new Uri("about:blank"));
        await page.Page.AddInitScriptAsync(Watch);
        await page.Page.GotoAsync(Address.ToString());
        await Expect(page.Comments).ToHaveCountAsync(Conversation.Length);
        await newsroom.Server.PostAsync(Person.Armen, _article, "And live from there.");
        await Expect(page.Thread).ToContainTextAsync("8 comments");

        Assert.Empty(await page.Page.EvaluateAsync<string[]>("window.gaps"));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task It_is_live_from_the_position_of_the_page_without_reading_the_comments_again()
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        await newsroom.Server.PostAsync(Person.Ada, _article, "First");
        await using var page = await chromium.OpenAsync(new Uri("about:blank"));
        var reads = new List<string>();
        page.Page.Request += (_, request) => reads.Add(new Uri(request.Url).AbsolutePath);
        await page.Page.GotoAsync(Address.ToString());
        await Expect(page.Comments).ToHaveCountAsync(1);
        await newsroom.Server.PostAsync(Person.Armen, _article, "Second");

        await Expect(page.Thread).ToContainTextAsync("2 comments");
        Assert.DoesNotContain(reads, path => path.EndsWith("/comments", StringComparison.Ordinal));
    }

    /// <summary>In every frame, once the first comment has been there, its words must be somewhere on the screen: in the page's own HTML or in the embed's.</summary>
    private const string Watch = """
        window.gaps = [];
        let begun = false;
        const seen = () => [...document.querySelectorAll('.comment .body'), ...(document.querySelector('realtime-thread')?.shadowRoot?.querySelectorAll('.words') ?? [])]
          .some(one => one.textContent.includes('I cycle across') && one.getBoundingClientRect().height > 0);
        const look = () => {
          const now = seen();
          if (begun && !now) window.gaps.push(String(performance.now()));
          begun ||= now;
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
        """;
}
