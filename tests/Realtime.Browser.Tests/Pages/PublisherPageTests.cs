namespace Realtime.Browser.Tests.Pages;

public class PublisherPageTests(Chromium chromium, Newsroom newsroom)
{
    private readonly string _article = Newsroom.NewArticle();

    [Fact]
    public async Task The_embed_needs_nothing_that_a_strict_policy_forbids()
    {
        await Conversation.HoldAsync(newsroom.Server, _article);
        await using var ada = await newsroom.OpenAsync(chromium, _article, Person.Ada);
        await Expect(ada.Comments).ToHaveCountAsync(Conversation.Length);

        await ada.WriteAsync("All within the policy.");
        await Expect(ada.Comments).ToHaveCountAsync(Conversation.Length + 1);
        await ada.SortByAsync("Most reactions");
        await ada.ChooseAsync(1, "Remove");

        Assert.Empty(await ada.ViolationsAsync());
        Assert.Empty(ada.Errors);
    }

    [Fact]
    public async Task A_front_page_shows_counts_which_one_request_fetches_and_which_then_are_live()
    {
        var other = Newsroom.NewArticle();
        await newsroom.Server.PostAsync(Person.Ada, _article, "One");
        await using var page = await chromium.OpenAsync(new Uri("about:blank"));
        var requests = 0;
        page.Page.Request += (_, request) => requests += request.Url.Contains("/counts", StringComparison.Ordinal) && request.Method == "GET" ? 1 : 0;
        await page.Page.GotoAsync(newsroom.Publisher.FrontPage(_article, other).ToString());
        await Expect(page.Page.Locator($"realtime-count[article='{_article}']")).ToContainTextAsync("1");

        Assert.Equal(1, requests);
        await newsroom.Server.PostAsync(Person.Armen, _article, "Two");
        await Expect(page.Page.Locator($"realtime-count[article='{_article}']")).ToContainTextAsync("2");
    }
}
