namespace Realtime.Browser.Tests.Moderation;

public class StandingTests(Chromium chromium, Tribune tribune)
{
    private readonly string _site = Tribune.NewSite();

    [Fact]
    public async Task A_ban_reaches_the_open_page_and_says_why()
    {
        await using var ada = await tribune.OpenAsync(chromium, _site, Person.Ada);
        await ada.WriteAsync("Before");
        await Expect(ada.Words).ToHaveTextAsync(["Before"]);

        await tribune.SanctionAsync(_site, Person.Ada, "ban", "Advertising again and again.");

        await Expect(ada.Thread).ToContainTextAsync("You may not write here any more.");
        await Expect(ada.Thread).ToContainTextAsync("Advertising again and again.");
        await Expect(ada.Thread.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
        await ada.KeepPicturesAsync("banned");
    }

    [Fact]
    public async Task Whoever_has_been_warned_writes_again_once_they_say_that_they_have_read_it()
    {
        await using var ada = await tribune.OpenAsync(chromium, _site, Person.Ada);
        await Expect(ada.Thread.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(1);
        await tribune.SanctionAsync(_site, Person.Ada, "warn", "Please stay with the bridge.");
        await Expect(ada.Thread).ToContainTextAsync("Please stay with the bridge.");
        await ada.KeepPicturesAsync("warned");

        await ada.Button("I have read this").ClickAsync();

        await ada.WriteAsync("The bridge, then.");
        await Expect(ada.Words).ToHaveTextAsync(["The bridge, then."]);
    }

    [Fact]
    public async Task The_page_says_when_comments_are_slowed_down_and_how_long_is_to_be_waited()
    {
        await using var ada = await tribune.OpenAsync(chromium, _site, Person.Ada);
        await ada.WriteAsync("One");
        await Expect(ada.Words).ToHaveTextAsync(["One"]);

        await tribune.SetAsync(_site, HttpMethod.Put, "settings", new { slowMode = 600 });
        await Expect(ada.Thread).ToContainTextAsync("Please leave 10 minutes between two comments.");
        await ada.WriteAsync("Two");

        await Expect(ada.Thread.Locator(".outgoing")).ToContainTextAsync("Again in 10 minutes.");
        await Expect(ada.Thread.Locator(".outgoing").GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToBeDisabledAsync();
        await ada.KeepPicturesAsync("slowed");
    }

    [Fact]
    public async Task Of_whom_one_ignores_one_reads_nothing_until_one_does_again()
    {
        await tribune.PostAsync(Person.Armen, _site, "Endless words about ropes.");
        await using var ada = await tribune.OpenAsync(chromium, _site, Person.Ada);
        await Expect(ada.Words).ToHaveTextAsync(["Endless words about ropes."]);

        await ada.ChooseAsync(1, "Ignore");
        await Expect(ada.Comment(1)).ToContainTextAsync("Written by somebody whom you ignore.");
        await Expect(ada.Thread).Not.ToContainTextAsync("ropes");
        await ada.KeepPicturesAsync("ignored");
        await ada.Button("People whom you ignore").ClickAsync();
        await Expect(ada.Thread.GetByRole(AriaRole.Dialog)).ToContainTextAsync(Person.Armen.Name);
        await ada.Button("Read again").ClickAsync();

        await Expect(ada.Words).ToHaveTextAsync(["Endless words about ropes."]);
    }
}
