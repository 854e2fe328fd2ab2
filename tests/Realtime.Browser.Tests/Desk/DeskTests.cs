namespace Realtime.Browser.Tests.Desk;

public class DeskTests(Chromium chromium, Newsroom newsroom)
{
    private const int Many = 20;

    [Fact]
    public async Task Two_moderators_empty_one_queue_by_keyboard_and_no_comment_is_handled_twice()
    {
        var site = await HeldAsync(Many);
        await using var mira = await Moderator.OpenAsync(chromium, site, Person.Mira);
        await using var anahit = await Moderator.OpenAsync(chromium, site, Person.Anahit);
        await Expect(mira.Rows).ToHaveCountAsync(Many);
        await Expect(anahit.Rows).ToHaveCountAsync(Many);

        var handled = await Task.WhenAll(mira.EmptyQueueAsync(), anahit.EmptyQueueAsync());

        Assert.Equal(Enumerable.Range(1, Many), handled.SelectMany(numbers => numbers).Order());
        foreach (var number in Enumerable.Range(1, Many))
        {
            var decided = (await site.CommentAsync(number)).GetProperty("decided");
            Assert.Equal(1, decided.GetProperty("count").GetInt32());
            var by = decided.GetProperty("by").GetProperty("name").GetString();
            Assert.Equal(handled[0].Contains(number) ? Person.Mira.Name : Person.Anahit.Name, by);
        }

        foreach (var moderator in new[] { mira, anahit })
        {
            await Expect(moderator.Rows).ToHaveCountAsync(0);
            await Expect(moderator.Page.Locator("realtime-desk .tabs button").First).ToContainTextAsync("0");
            Assert.Empty(moderator.Window.Errors);
            Assert.Empty(await moderator.Window.ViolationsAsync());
        }
    }

    [Fact]
    public async Task What_another_moderator_decides_leaves_the_screen_and_says_who_it_was_where_one_was_looking_at_it()
    {
        var site = await HeldAsync(3);
        await using var mira = await Moderator.OpenAsync(chromium, site, Person.Mira);
        await mira.ReadyAsync();

        await site.DecideAsync(Person.Anahit, 1, "reject", "spam");
        await site.DecideAsync(Person.Anahit, 3, "approve");

        await Expect(mira.Open.Locator(".banner")).ToContainTextAsync($"Already rejected by {Person.Anahit.Name}");
        await Expect(mira.Rows).ToHaveCountAsync(1);
        await mira.PressAsync("j");
        await Expect(mira.Open).ToContainTextAsync("Comment 2");
    }

    [Fact]
    public async Task A_decision_that_comes_second_says_who_was_first()
    {
        var site = await HeldAsync(2);
        await using var mira = await Moderator.OpenAsync(chromium, site, Person.Mira);
        await mira.ReadyAsync();
        await mira.Page.RouteAsync("**/comments/1/decisions", async route =>
        {
            await site.DecideAsync(Person.Anahit, 1, "reject", "spam");
            await route.ContinueAsync();
        });

        await mira.PressAsync("a");

        await Expect(mira.Notices).ToContainTextAsync($"Already rejected by {Person.Anahit.Name}");
        await Expect(mira.Rows).ToHaveCountAsync(1);
        Assert.Equal("rejected", (await site.CommentAsync(1)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_decision_that_cannot_be_sent_says_so_and_the_comment_stays()
    {
        var site = await HeldAsync(2);
        await using var mira = await Moderator.OpenAsync(chromium, site, Person.Mira);
        await mira.ReadyAsync();
        await mira.Page.RouteAsync("**/decisions", route => route.AbortAsync());

        await mira.PressAsync("a");

        await Expect(mira.Notices).ToContainTextAsync("No connection.");
        await Expect(mira.Rows).ToHaveCountAsync(2);
        await mira.Page.UnrouteAsync("**/decisions");
        await mira.EmptyQueueAsync();
        Assert.Equal(2, await site.PublishedAsync());
    }

    [Fact]
    public async Task What_another_moderator_is_at_is_shown_as_theirs_and_passed_over()
    {
        var site = await HeldAsync(3);
        await using var mira = await Moderator.OpenAsync(chromium, site, Person.Mira);
        await mira.ReadyAsync();
        await using var anahit = await Moderator.OpenAsync(chromium, site, Person.Anahit);

        await Expect(anahit.Open).ToContainTextAsync("Comment 2");
        await Expect(anahit.Rows.First).ToContainTextAsync("Mira Voss is looking at this.");
        await anahit.PressAsync("K a");
        await Expect(anahit.Open.Locator(".banner")).ToContainTextAsync("Mira Voss is looking at this.");
        Assert.Equal("pending", (await site.CommentAsync(1)).GetProperty("status").GetString());

        await mira.PressAsync("j");
        await Expect(anahit.Rows.First).Not.ToContainTextAsync("is looking at this");
    }

    [Fact]
    public async Task An_approval_is_taken_back_and_a_selection_is_rejected_at_once()
    {
        var site = await HeldAsync(4);
        await using var mira = await Moderator.OpenAsync(chromium, site, Person.Mira);
        await mira.ReadyAsync();
        await mira.PressAsync("a");
        await Expect(mira.Notices).ToContainTextAsync("Approved");
        await mira.PressAsync("u");
        await Expect(mira.Notices).ToContainTextAsync("taken back");
        await Expect(mira.Rows).ToHaveCountAsync(4);

        await mira.PressAsync("x j x R 3 Enter");

        await Expect(mira.Notices).ToContainTextAsync("2 comments rejected");
        await Expect(mira.Rows).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task What_was_let_stand_can_be_looked_at_again_and_rejected()
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        var site = await DeskSite.OpenAsync(newsroom.Server, review: false);
        await site.PostAsync("A published opinion about the bridge.");
        await using var mira = await Moderator.OpenAsync(chromium, site, Person.Mira);
        await mira.ReadyAsync();
        await mira.PressAsync("a");
        await Expect(mira.Rows).ToHaveCountAsync(0);

        await mira.PressAsync("u");
        await Expect(mira.Open).ToContainTextAsync("Already approved by Mira Voss");
        await mira.PressAsync("r 3 Enter");

        await Expect(mira.Notices).ToContainTextAsync("Rejected: Reader 0");
        Assert.Equal("rejected", (await site.CommentAsync(1)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_person_is_suspended_from_their_comment_and_looked_up()
    {
        var site = await HeldAsync(1);
        await using var mira = await Moderator.OpenAsync(chromium, site, Person.Mira);
        await mira.ReadyAsync();

        await mira.PressAsync("s 3 Tab");
        await mira.Page.Keyboard.TypeAsync("Enough for this week.");
        await mira.PressAsync("Control+Enter");
        await Expect(mira.Notices).ToContainTextAsync("Reader 0 has been suspended.");
        await mira.PressAsync("p");

        await Expect(mira.Page.Locator("realtime-desk .person")).ToContainTextAsync("Enough for this week.");
    }

    private async Task<DeskSite> HeldAsync(int count)
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        var site = await DeskSite.OpenAsync(newsroom.Server);
        await site.PostAsync(Enumerable.Range(1, count).Select(number => $"Opinion number {number} about the bridge, held at {number * 7} past the hour."));
        await site.WaitingAsync(count);
        return site;
    }
}
