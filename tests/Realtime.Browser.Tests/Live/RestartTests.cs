namespace Realtime.Browser.Tests.Live;

public class RestartTests(Chromium chromium)
{
    private readonly string _article = Newsroom.NewArticle();

    [Fact]
    public async Task After_a_kill_and_a_restart_the_page_goes_on_without_a_comment_lost_or_doubled()
    {
        Assert.SkipUnless(Chromium.Missing is null, Chromium.Missing ?? "");
        await using var server = await LiveServer.StartAsync();
        await using var publisher = await Publisher.OpenAsync(server.Address);
        await using var ada = await chromium.OpenAsync(publisher.PageOf(_article, await server.TokenAsync(Person.Ada)));
        for (var i = 1; i <= 3; i++) await server.PostAsync(Person.Armen, _article, $"Before {i}");
        await Expect(ada.Comments).ToHaveCountAsync(3);
        var born = await ada.Page.EvaluateAsync<string>("performance.timeOrigin.toString()");

        server.Kill();
        await Expect(ada.Thread).ToContainTextAsync("Reconnecting");
        await ada.WriteAsync("Written in the dark");
        await server.StartAgainAsync();
        for (var i = 1; i <= 3; i++) await server.PostAsync(Person.Armen, _article, $"After {i}");

        await Eventually.HoldsAsync("everything is on the screen once", async () => await IsWholeAsync(ada, server));
        Assert.Equal(born, await ada.Page.EvaluateAsync<string>("performance.timeOrigin.toString()"));
        Assert.Empty(ada.Errors);
    }

    /// <summary>What was written meanwhile may be sent by itself or wait for its button; sent twice it must not be.</summary>
    private static async Task<bool> IsWholeAsync(Window ada, LiveServer server)
    {
        var retry = ada.Button("Try again");
        if (await retry.CountAsync() > 0) await retry.First.ClickAsync();
        foreach (var waiting in await ada.Thread.GetByRole(AriaRole.Button, new() { NameRegex = new("new comment") }).AllAsync()) await waiting.ClickAsync();
        var journalled = (await server.PageAsync(ada.Page.Url.Split('/')[3].Split('?')[0])).GetProperty("comments").EnumerateArray()
            .Select(comment => comment.GetProperty("number").GetInt32()).ToList();
        var shown = await ada.NumbersAsync();
        return journalled.Count == 7 && shown.Order().SequenceEqual(journalled);
    }
}
