namespace Realtime.Browser.Tests.Reading;

public class ScrollTests(Chromium chromium, Newsroom newsroom)
{
    private const int Arriving = 20;

    private readonly string _article = Newsroom.NewArticle();

    [Theory]
    [InlineData("Newest")]
    [InlineData("Oldest")]
    [InlineData("Most replies")]
    public async Task What_somebody_reads_stays_where_it_is_while_comments_and_edits_arrive(string sort)
    {
        for (var i = 1; i <= 15; i++) await newsroom.Server.PostAsync(Person.Armen, _article, $"Number {i}, with a few words to fill its line and the next one too.");
        await using var ada = await newsroom.OpenAsync(chromium, _article, Person.Ada);
        await Expect(ada.Comments).ToHaveCountAsync(15);
        await ada.SortByAsync(sort);
        await ada.Comment(8).ScrollIntoViewIfNeededAsync();
        var before = await ada.StillTopOfAsync(8);

        for (var i = 1; i <= Arriving; i++) await newsroom.Server.PostAsync(Person.Armen, _article, $"Meanwhile {i}", i % 2 == 0 ? i : null);
        await newsroom.Server.EditAsync(Person.Armen, _article, 15, string.Join("\n\n", Enumerable.Repeat("Much longer than it was.", 12)));
        await newsroom.Server.EditAsync(Person.Armen, _article, 1, string.Join("\n\n", Enumerable.Repeat("Much longer than it was.", 12)));
        await Expect(ada.Thread).ToContainTextAsync("35 comments");

        Assert.Equal(before, await ada.StillTopOfAsync(8), tolerance: 1.0);
    }

    [Fact]
    public async Task New_comments_wait_behind_a_number_until_they_are_asked_for()
    {
        for (var i = 1; i <= 15; i++) await newsroom.Server.PostAsync(Person.Armen, _article, $"Number {i}");
        await using var ada = await newsroom.OpenAsync(chromium, _article, Person.Ada);
        await ada.Comment(5).ScrollIntoViewIfNeededAsync();

        for (var i = 1; i <= 3; i++) await newsroom.Server.PostAsync(Person.Armen, _article, $"Meanwhile {i}");
        await Expect(ada.Button("3 new comments").First).ToBeVisibleAsync();
        await Expect(ada.Comments).ToHaveCountAsync(15);
        await ada.Button("3 new comments").First.ClickAsync();

        await Expect(ada.Comments).ToHaveCountAsync(18);
    }
}
