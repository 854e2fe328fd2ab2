namespace Realtime.Browser.Tests.Moderation;

public class ReviewTests(Chromium chromium, Tribune tribune)
{
    private readonly string _site = Tribune.NewSite();

    [Fact]
    public async Task A_comment_that_waits_is_its_author_s_until_it_is_approved_and_then_everybody_s()
    {
        await tribune.SetAsync(_site, HttpMethod.Put, "settings", new { moderation = "pre" });
        await using var armen = await tribune.OpenAsync(chromium, _site, Person.Armen);
        await using var ada = await tribune.OpenAsync(chromium, _site, Person.Ada);

        await ada.WriteAsync("The bell is the only clock.");
        await Expect(ada.Comment(1)).ToContainTextAsync("Waiting for review");
        await ada.Page.ReloadAsync();
        await Expect(ada.Comment(1)).ToContainTextAsync("Waiting for review");
        await ada.KeepPicturesAsync("pending");
        await Expect(armen.Comments).ToHaveCountAsync(0);

        await tribune.DecideAsync(_site, 1, new { decision = "approve", revision = 1 });
        await Expect(armen.Words).ToHaveTextAsync(["The bell is the only clock."]);
        await Expect(ada.Comment(1)).Not.ToContainTextAsync("Waiting for review");
        await Expect(ada.Words).ToHaveTextAsync(["The bell is the only clock."]);
    }

    [Theory]
    [InlineData("pre")]
    [InlineData("post")]
    public async Task The_author_of_a_rejected_comment_is_shown_why(string moderation)
    {
        await tribune.SetAsync(_site, HttpMethod.Put, "settings", new { moderation });
        await using var ada = await tribune.OpenAsync(chromium, _site, Person.Ada);
        await ada.WriteAsync("Sell your boat at boats.example");
        await Expect(ada.Comment(1).Locator(".words")).ToBeVisibleAsync();

        await tribune.DecideAsync(_site, 1, new { decision = "reject", reason = "ad", rule = 4, note = "Try the classifieds.", revision = 1 });

        await Expect(ada.Comment(1)).ToContainTextAsync("Only you can see it");
        foreach (var why in new[] { "Spam or advertising", "Rule 4", "Try the classifieds." }) await Expect(ada.Comment(1)).ToContainTextAsync(why);
        await ada.KeepPicturesAsync($"rejected-{moderation}");
    }
}
