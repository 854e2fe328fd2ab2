namespace Realtime.Browser.Tests.Writing;

public class KeyboardTests(Chromium chromium, Newsroom newsroom)
{
    private const int Enough = 60;

    private readonly string _article = Newsroom.NewArticle();

    [Fact]
    public async Task A_comment_and_an_answer_are_written_without_a_pointer()
    {
        await newsroom.Server.PostAsync(Person.Armen, _article, "Who is waiting?");
        await using var ada = await newsroom.OpenAsync(chromium, _article, Person.Ada);
        await Expect(ada.Comments).ToHaveCountAsync(1);

        await TabToAsync(ada, "textbox");
        await ada.Page.Keyboard.TypeAsync("All of us.");
        await TabToAsync(ada, "Post comment");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Words).ToContainTextAsync(["All of us."]);

        await TabToAsync(ada, "Reply");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Page.Keyboard.TypeAsync("And the boats.");
        await TabToAsync(ada, "Post reply");
        await ada.Page.Keyboard.PressAsync("Space");

        await Eventually.HoldsAsync("both are in the thread", async () => await BodiesAsync() is ["Who is waiting?", "All of us.", "And the boats."]);
    }

    [Fact]
    public async Task Escape_closes_what_was_opened_and_the_focus_is_back_where_it_was()
    {
        await newsroom.Server.PostAsync(Person.Armen, _article, "Who is waiting?");
        await using var ada = await newsroom.OpenAsync(chromium, _article, Person.Ada);
        await Expect(ada.Comments).ToHaveCountAsync(1);

        await TabToAsync(ada, "More about comment 1");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Comment(1).Locator(".panel")).ToBeVisibleAsync();
        await ada.Page.Keyboard.PressAsync("Escape");

        await Expect(ada.Comment(1).Locator(".panel")).ToHaveCountAsync(0);
        Assert.Equal("More about comment 1", await FocusedAsync(ada));
    }

    private async Task<string[]> BodiesAsync() => [.. (await newsroom.Server.PageAsync(_article)).GetProperty("comments").EnumerateArray()
        .Select(comment => comment.GetProperty("html").GetString()!.Replace("<p dir=\"auto\">", "", StringComparison.Ordinal).Replace("</p>\n", "", StringComparison.Ordinal))];

    private static async Task TabToAsync(Window window, string what)
    {
        for (var i = 0; i < Enough; i++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            if (await FocusedAsync(window) == what) return;
        }

        Assert.Fail($"The Tab key never came to '{what}'.");
    }

    /// <summary>The name of what has the focus; of a field that it is one.</summary>
    private static Task<string> FocusedAsync(Window window) => window.Page.EvaluateAsync<string>("""
        () => {
          let node = document.activeElement;
          while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
          if (node instanceof HTMLTextAreaElement || node?.isContentEditable) return 'textbox';
          return node?.getAttribute('aria-label') ?? node?.textContent.trim() ?? '';
        }
        """);
}
