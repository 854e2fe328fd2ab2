namespace Realtime.Browser.Tests.Demo;

public class DemoTests(Chromium chromium, Newsroom newsroom)
{
    [Fact]
    public async Task What_a_newcomer_writes_as_one_person_appears_before_the_other_reader()
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        await using var newcomer = await chromium.OpenAsync(newsroom.Server.Address);
        var reader = newcomer.Page.FrameLocator("iframe").Locator("realtime-thread");
        await Expect(newcomer.Comments).ToHaveCountAsync(4);
        await newcomer.Page.GetByLabel("عمر حداد").CheckAsync();

        await newcomer.WriteAsync("The bridge says hello.");

        await Expect(reader).ToContainTextAsync("5 comments");
        await Expect(newcomer.Words.GetByText("The bridge says hello.")).ToBeVisibleAsync();
        Assert.Empty(await newcomer.ViolationsAsync());
        await newcomer.KeepPictureAsync("demo");
    }
}
