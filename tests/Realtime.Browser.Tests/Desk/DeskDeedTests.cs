namespace Realtime.Browser.Tests.Desk;

/// <summary>Everything that moderators may decide, impose and set, by its key.</summary>
public class DeskDeedTests(Chromium chromium, Newsroom newsroom)
{
    [Fact]
    public async Task An_appeal_is_granted_and_another_is_held_once_more()
    {
        var site = await OpenAsync(review: true, "A first opinion.", "A second opinion.");
        await site.WaitingAsync(2);
        for (var number = 1; number <= 2; number++)
        {
            await site.DecideAsync(Person.Anahit, number, "reject", "spam");
            await site.SendAsync(new Person($"reader-{number - 1}", $"Reader {number - 1}"), HttpMethod.Post, $"articles/{DeskSite.Article}/comments/{number}/appeal", new { detail = "It was no spam." });
        }

        await using var mira = await Moderator.OpenAsync(chromium, site, Person.Mira);
        await Expect(mira.Rows).ToHaveCountAsync(2);
        await mira.ReadyAsync();
        await mira.PressAsync("e");
        await Expect(mira.Notices).ToContainTextAsync("Restored: Reader 0");
        await mira.ReadyAsync();
        await mira.PressAsync("h");

        await Expect(mira.Notices).ToContainTextAsync("Held: Reader 1");
        Assert.Equal("published", await StatusAsync(site, 1));
        Assert.Equal("pending", await StatusAsync(site, 2));
    }

    [Fact]
    public async Task A_rejection_is_taken_back_to_where_the_comment_was()
    {
        var site = await OpenAsync(review: true, "An opinion.");
        await site.WaitingAsync(1);
        await using var mira = await Moderator.OpenAsync(chromium, site, Person.Mira);
        await mira.ReadyAsync();
        await mira.PressAsync("r 3 Enter");
        await Expect(mira.Notices).ToContainTextAsync("Rejected: Reader 0");

        await mira.PressAsync("u");

        await Expect(mira.Notices).ToContainTextAsync("is held again");
        Assert.Equal("pending", await StatusAsync(site, 1));
        Assert.Equal(0, await site.PublishedAsync());
    }

    [Fact]
    public async Task A_comment_is_opened_by_its_address_put_forward_pinned_and_moved()
    {
        var site = await OpenAsync(review: false, "A first opinion.", "A second opinion.");
        await site.SendAsync(Person.Jonas, HttpMethod.Put, "articles/old-bridge", new { title = "The old bridge" });
        await site.WaitingAsync(2, "new");
        await site.DecideAsync(Person.Anahit, 2, "approve");
        await site.WaitingAsync(1, "new");
        await using var mira = await Moderator.OpenAsync(chromium, site.AddressOf(2), Person.Mira);
        await Expect(mira.Open).ToContainTextAsync("A second opinion.");

        await mira.PressAsync("i");
        await Expect(mira.Open).ToContainTextAsync("Chosen by the editors");
        await mira.PressAsync("n");
        await Expect(mira.Open).ToContainTextAsync("Pinned");
        await mira.PressAsync("i");
        await Expect(mira.Open).Not.ToContainTextAsync("Chosen by the editors");
        await mira.AskAsync("y");
        await mira.Page.Keyboard.TypeAsync("{no}");
        await mira.PressAsync("Enter");
        await Expect(mira.Dialog).ToContainTextAsync("That is no id of an article.");
        await mira.PressAsync("Control+A");
        await mira.Page.Keyboard.TypeAsync("old-bridge");
        await mira.PressAsync("Enter");

        await Expect(mira.Notices).ToContainTextAsync("Moved with its answers to old-bridge");
        await Eventually.HoldsAsync("it goes on there", async () => await CountAsync(site, "old-bridge") == 1);
        await mira.AskAsync("o");
        await mira.Page.Keyboard.TypeAsync(DeskSite.Article);
        await mira.PressAsync("Tab");
        await mira.Page.Keyboard.TypeAsync("1");
        await mira.PressAsync("Enter");
        await Expect(mira.Open).ToContainTextAsync("A first opinion.");
        Assert.EndsWith($"#{DeskSite.Article}/1", mira.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_reviewed_let_go_and_all_that_they_wrote_is_rejected_and_restored()
    {
        var site = await OpenAsync(review: false, "An opinion.");
        await using var mira = await Moderator.OpenAsync(chromium, site, Person.Mira);
        await mira.ReadyAsync();

        await mira.PressAsync("q");
        await mira.Page.Keyboard.TypeAsync("To be looked at.");
        await mira.PressAsync("Control+Enter");
        await Expect(mira.Notices).ToContainTextAsync("is reviewed from now on");
        await mira.PressAsync("p d");
        await mira.Page.Keyboard.TypeAsync("Not to be seen.");
        await mira.PressAsync("Control+Enter");
        await Expect(mira.Page.Locator("realtime-desk .person")).ToContainTextAsync("Not to be seen.");
        await mira.AskAsync("l");
        await mira.PressAsync("1 Enter");
        await Expect(mira.Notices).ToContainTextAsync("The sanction is lifted.");
        await Expect(mira.Page.Locator("realtime-desk .person")).Not.ToContainTextAsync("To be looked at.");
        await mira.PressAsync("z 3 Enter");
        await Expect(mira.Notices).ToContainTextAsync("1 comment rejected.");
        Assert.Equal(0, await site.PublishedAsync());
        await mira.PressAsync("Z 3 Enter");

        await Expect(mira.Notices).ToContainTextAsync("1 comment restored.");
        Assert.Equal(1, await site.PublishedAsync());
    }

    [Fact]
    public async Task A_discussion_is_reviewed_and_slowed_down_and_the_whole_site_is_stopped()
    {
        var site = await OpenAsync(review: false, "An opinion.");
        await using var jonas = await Moderator.OpenAsync(chromium, site, Person.Jonas);
        await jonas.ReadyAsync();

        await jonas.AskAsync("m");
        await jonas.PressAsync("Space Tab Tab Control+A");
        await jonas.Page.Keyboard.TypeAsync("30");
        await jonas.PressAsync("Enter");
        await Expect(jonas.Notices).ToContainTextAsync("Kept so from now on");
        var page = await site.SendAsync(Person.Ada, HttpMethod.Get, $"articles/{DeskSite.Article}/comments");
        Assert.Equal((true, 30, false), (page.GetProperty("review").GetBoolean(), page.GetProperty("slowMode").GetInt32(), page.GetProperty("closed").GetBoolean()));
        await jonas.AskAsync("m");
        await Expect(jonas.Dialog.Locator("input[name=review]")).ToBeCheckedAsync();
        await jonas.PressAsync("Escape");
        await jonas.AskAsync("B");
        await jonas.PressAsync("Enter");
        await Expect(jonas.Notices).ToContainTextAsync("The brake is on");
        Assert.True(await IsStoppedAsync(site));
        await jonas.AskAsync("B");
        await jonas.PressAsync("Enter");

        await Expect(jonas.Notices).ToContainTextAsync("The brake is released");
        Assert.False(await IsStoppedAsync(site));
    }

    [Fact]
    public async Task All_that_is_listed_is_selected_and_held_at_once()
    {
        var site = await OpenAsync(review: false, "A first opinion.", "A second opinion.", "A third opinion.");
        await using var mira = await Moderator.OpenAsync(chromium, site, Person.Mira);
        await Expect(mira.Rows).ToHaveCountAsync(3);
        await mira.ReadyAsync();

        await mira.PressAsync("* H");

        await Expect(mira.Notices).ToContainTextAsync("3 comments held.");
        Assert.Equal(0, await site.PublishedAsync());
    }

    [Fact]
    public async Task The_policy_is_written_and_saved_by_key_and_only_by_those_who_keep_it()
    {
        var site = await OpenAsync(review: false);
        await using var jonas = await Moderator.OpenAsync(chromium, site, Person.Jonas);
        await jonas.PressAsync("g w");
        await Expect(jonas.Page.Locator("realtime-desk [data-doing=savePolicy]")).ToBeVisibleAsync();
        await jonas.PressAsync("c n");
        await jonas.TabToAsync("Title of rule 1");
        await jonas.Page.Keyboard.TypeAsync("Be kind");
        await jonas.PressAsync("Escape c p");
        await Expect(jonas.Notices).ToContainTextAsync("The policy is in force.");
        await jonas.PressAsync("Escape c a");
        await Expect(jonas.Notices).ToContainTextAsync("Try the lists first");

        await using var mira = await Moderator.OpenAsync(chromium, site, Person.Mira);
        await mira.PressAsync("g w");
        var title = mira.Page.Locator("realtime-desk .rules input");
        await Expect(title).ToHaveValueAsync("Be kind");
        await Expect(title).ToHaveAttributeAsync("readonly", "");
        await Expect(mira.Page.Locator("realtime-desk [data-doing=savePolicy]")).ToHaveCountAsync(0);
        await Expect(mira.Page.Locator("realtime-desk [data-doing=tryWords]")).ToHaveCountAsync(1);
        await mira.PressAsync("?");
        await Expect(mira.Dialog).ToContainTextAsync("Save and apply");
        await Expect(mira.Dialog).Not.ToContainTextAsync("Save the policy");
        await Expect(mira.Dialog).Not.ToContainTextAsync("Emergency brake");
    }

    private async Task<DeskSite> OpenAsync(bool review, params string[] bodies)
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        var site = await DeskSite.OpenAsync(newsroom.Server, review);
        await site.PostAsync(bodies);
        return site;
    }

    private static async Task<string?> StatusAsync(DeskSite site, int number) => (await site.CommentAsync(number)).GetProperty("status").GetString();

    private static async Task<int> CountAsync(DeskSite site, string article) =>
        (await site.SendAsync(Person.Ada, HttpMethod.Get, $"articles/{article}/comments")).GetProperty("commentCount").GetInt32();

    private static async Task<bool> IsStoppedAsync(DeskSite site) =>
        (await site.SendAsync(Person.Jonas, HttpMethod.Get, "settings")).TryGetProperty("locked", out var locked) && locked.GetBoolean();
}
