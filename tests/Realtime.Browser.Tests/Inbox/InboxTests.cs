using System.Text.RegularExpressions;

namespace Realtime.Browser.Tests.Inbox;

public class InboxTests(Chromium chromium, Tribune tribune)
{
    private readonly string _site = Tribune.NewSite();

    [Fact]
    public async Task An_answer_comes_into_the_inbox_live_and_leads_to_its_comment()
    {
        await tribune.PostAsync(Person.Ada, _site, "Who is waiting?");
        await using var ada = await tribune.OpenAsync(chromium, _site, Person.Ada);
        var inbox = ada.Page.Locator("realtime-inbox");
        await Expect(inbox.GetByRole(AriaRole.Button, new() { Name = "Inbox" })).ToBeVisibleAsync();

        await tribune.PostAsync(Person.Armen, _site, "All of us.", replyTo: 1);

        await inbox.GetByRole(AriaRole.Button, new() { Name = "1 new message" }).ClickAsync();
        await Expect(inbox.GetByRole(AriaRole.Listitem)).ToContainTextAsync(["Արմեն Սարյան answered you"]);
        await Expect(inbox.GetByRole(AriaRole.Button, new() { Name = "Inbox" })).ToBeVisibleAsync();
        await ada.KeepPicturesAsync("inbox");
        await inbox.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(ada.Comment(2)).ToHaveClassAsync(new Regex("lit"));
        Assert.EndsWith("#comment-2", ada.Page.Url, StringComparison.Ordinal);
        Assert.Empty(await ada.ViolationsAsync());
    }

    [Fact]
    public async Task Why_a_comment_was_rejected_stands_in_the_inbox()
    {
        await tribune.PostAsync(Person.Ada, _site, "Sell your boat");
        await using var ada = await tribune.OpenAsync(chromium, _site, Person.Ada, "ar");
        var inbox = ada.Page.Locator("realtime-inbox");
        await Expect(inbox.GetByRole(AriaRole.Button)).ToBeVisibleAsync();

        await tribune.DecideAsync(_site, 1, new { decision = "reject", reason = "ad", rule = 4, note = "Try the classifieds.", revision = 1 });
        await tribune.SanctionAsync(_site, Person.Ada, "warn", "Not here.");

        await Expect(inbox.Locator("li")).ToHaveCountAsync(2);
        await inbox.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(inbox).ToContainTextAsync("Try the classifieds.");
        await Expect(inbox).ToContainTextAsync("Not here.");
        await ada.KeepPicturesAsync("inbox-rtl");
    }
}
