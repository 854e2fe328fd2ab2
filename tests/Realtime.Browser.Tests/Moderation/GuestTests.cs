namespace Realtime.Browser.Tests.Moderation;

public class GuestTests(Chromium chromium, Tribune tribune)
{
    private readonly string _site = Tribune.NewSite();

    [Fact]
    public async Task A_guest_takes_a_name_that_nobody_has_and_writes()
    {
        await tribune.SetAsync(_site, HttpMethod.Put, "settings", new { guests = "on" });
        await tribune.PostAsync(Person.Ada, _site, "Who is waiting?");
        await using var guest = await tribune.OpenAsync(chromium, _site);
        await BecomeAsync(guest, Person.Ada.Name);
        await Expect(guest.Thread.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody else has this name");
        await guest.KeepPicturesAsync("guest");

        await BecomeAsync(guest, "Passer-by");
        await Expect(guest.Thread.GetByLabel("Your name")).ToHaveCountAsync(0);
        await guest.WriteAsync("I am.");

        await Expect(guest.Comment(2).Locator(".name")).ToHaveTextAsync("Passer-by");
        await Expect(guest.Comment(2).Locator(".words")).ToHaveTextAsync("I am.");
    }

    private static async Task BecomeAsync(Window window, string name)
    {
        await window.Thread.GetByLabel("Your name").FillAsync(name);
        await window.Button("Continue as guest").ClickAsync();
    }
}
