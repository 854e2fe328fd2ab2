namespace Realtime.Browser.Tests.Writing;

public class DraftTests(Chromium chromium, Newsroom newsroom)
{
    private readonly string _article = Newsroom.NewArticle();

    [Fact]
    public async Task What_was_being_written_is_there_again_after_a_reload()
    {
        await using var ada = await newsroom.OpenAsync(chromium, _article, Person.Ada);
        await ada.Thread.GetByRole(AriaRole.Textbox).First.FillAsync("Half a thought");

        await ada.Page.ReloadAsync();

        await Expect(ada.Thread.GetByRole(AriaRole.Textbox).First).ToHaveValueAsync("Half a thought");
    }

    [Fact]
    public async Task A_preview_shows_what_readers_will_see()
    {
        await using var ada = await newsroom.OpenAsync(chromium, _article, Person.Ada);
        await ada.Thread.GetByRole(AriaRole.Textbox).First.FillAsync("A *small* <script>thing</script>");

        await ada.Thread.GetByRole(AriaRole.Tab, new() { Name = "Preview" }).ClickAsync();

        await Expect(ada.Thread.Locator(".sheet em")).ToHaveTextAsync("small");
        await Expect(ada.Thread.Locator(".sheet")).ToContainTextAsync("<script>thing</script>");
    }

    [Fact]
    public async Task A_passage_that_is_marked_is_quoted()
    {
        await newsroom.Server.PostAsync(Person.Armen, _article, "The bell is the only clock we all believe.");
        await using var ada = await newsroom.OpenAsync(chromium, _article, Person.Ada);
        await ada.Words.First.ScrollIntoViewIfNeededAsync();

        await ada.Words.First.Locator("p").ClickAsync(new() { ClickCount = 3 });
        await ada.Button("Quote selection").ClickAsync();
        await ada.Comment(1).Locator("textarea").FillAsync("So it is.");
        await ada.Comment(1).GetByRole(AriaRole.Button, new() { Name = "Post reply" }).ClickAsync();

        await Expect(ada.Comment(2).Locator(".passage .text")).ToHaveTextAsync("The bell is the only clock we all believe.");
    }

    [Fact]
    public async Task Two_tabs_of_one_person_agree()
    {
        await newsroom.Server.PostAsync(Person.Armen, _article, "Who is waiting?");
        await using var ada = await newsroom.OpenAsync(chromium, _article, Person.Ada);
        var other = await ada.AnotherTabAsync();
        await Expect(other.Locator("realtime-comment")).ToHaveCountAsync(1);

        await ada.WriteAsync("I am.");
        await Expect(other.Locator("realtime-comment[data-number='2']")).ToContainTextAsync("I am.");
        await ada.Comment(1).GetByRole(AriaRole.Button, new() { Name = "React" }).ClickAsync();
        await ada.Comment(1).Locator(".panel").GetByRole(AriaRole.Button, new() { Name = "Love" }).ClickAsync();

        await Expect(other.Locator("realtime-comment[data-number='1']").GetByRole(AriaRole.Button, new() { Name = "Love: 1" })).ToHaveAttributeAsync("aria-pressed", "true");
    }
}
