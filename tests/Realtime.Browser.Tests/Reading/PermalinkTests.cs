namespace Realtime.Browser.Tests.Reading;

public class PermalinkTests(Chromium chromium, Newsroom newsroom)
{
    private readonly string _article = Newsroom.NewArticle();

    [Fact]
    public async Task A_comment_far_down_is_shown_with_what_it_answers()
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        await newsroom.Server.PostAsync(Person.Ada, _article, "Who is waiting?");
        await newsroom.Server.PostAsync(Person.Armen, _article, "All of us.", replyTo: 1);
        for (var i = 3; i <= 120; i++) await newsroom.Server.PostAsync(Person.Omar, _article, $"Number {i}");
        await using var reader = await chromium.OpenAsync(new Uri(newsroom.Publisher.PageOf(_article), $"{_article}?lang=en#comment-2"));

        await Expect(reader.Comment(2)).ToBeInViewportAsync();
        await Expect(reader.Comment(2)).ToContainTextAsync("All of us.");
        await Expect(reader.Comment(1)).ToContainTextAsync("Who is waiting?");
    }

    [Fact]
    public async Task The_discussion_is_read_to_its_end_by_scrolling()
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        for (var i = 1; i <= 120; i++) await newsroom.Server.PostAsync(Person.Omar, _article, $"Number {i}");
        await using var reader = await newsroom.OpenAsync(chromium, _article);
        await Expect(reader.Comment(120)).ToBeVisibleAsync();

        await Eventually.HoldsAsync("the first comment is on the screen", async () =>
        {
            await reader.Page.Mouse.WheelAsync(0, 4000);
            return await reader.Comment(1).CountAsync() == 1;
        });

        Assert.Equal(Enumerable.Range(1, 120).Reverse(), await reader.NumbersAsync());
    }
}
