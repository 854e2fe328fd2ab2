namespace Realtime.Browser.Tests.Moderation;

public class RefusalTests(Chromium chromium, Tribune tribune)
{
    private readonly string _site = Tribune.NewSite();

    [Fact]
    public async Task What_the_policy_refuses_is_back_where_it_was_written_with_the_rule_and_the_words_underlined()
    {
        await KeepAsync("banned");
        await using var ada = await tribune.OpenAsync(chromium, _site, Person.Ada);

        await ada.WriteAsync("Every bridge warden is a blockhead, I say.");

        await Expect(ada.Thread.GetByRole(AriaRole.Alert)).ToContainTextAsync("Rule 3: No insults");
        await Expect(ada.Thread.Locator(".marks mark")).ToHaveTextAsync("blockhead");
        await Expect(ada.Thread.GetByRole(AriaRole.Textbox).First).ToHaveValueAsync("Every bridge warden is a blockhead, I say.");
        await ada.KeepPicturesAsync("refused");
        await ada.WriteAsync("Every bridge warden is a saint, I say.");
        await Expect(ada.Words).ToHaveTextAsync(["Every bridge warden is a saint, I say."]);
        await Expect(ada.Thread.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Whoever_is_asked_whether_it_is_meant_may_post_it_as_it_is()
    {
        await KeepAsync("suspect");
        await using var ada = await tribune.OpenAsync(chromium, _site, Person.Ada);

        await ada.WriteAsync("My grandfather was a blockhead.");
        await Expect(ada.Thread.Locator(".marks mark")).ToHaveTextAsync("blockhead");
        await ada.KeepPicturesAsync("warned-before-posting");
        await ada.Button("Post it as it is").ClickAsync();

        await Expect(ada.Comment(1)).ToContainTextAsync("Waiting for review");
    }

    private async Task KeepAsync(string list)
    {
        await tribune.SetAsync(_site, HttpMethod.Put, "policy", new { rules = new[] { new { number = 3, title = "No insults", text = "Of nobody." } } });
        await tribune.SetAsync(_site, HttpMethod.Put, "policy/words", new Dictionary<string, string[]> { [list] = ["blockhead"] });
        await tribune.SetAsync(_site, HttpMethod.Put, "policy/screening", new { steps = new[] { new { step = "words", action = "reject", rule = 3 } } });
    }
}
