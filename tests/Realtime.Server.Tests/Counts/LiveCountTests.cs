using System.Net.ServerSentEvents;
using System.Text.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Counts;

public class LiveCountTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly string _thread = ServerFixture.NewThread();

    [Fact]
    public async Task A_front_page_is_told_the_counts_and_then_what_changes()
    {
        var article = _thread[(_thread.LastIndexOf('/') + 1)..];
        await using var stream = await _server.Anybody.GetStreamAsync($"{_thread[..^("/articles/" + article).Length]}/counts/live?article={article}&article=nobody", TestContext.Current.CancellationToken);
        await using var events = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.Equal("{\"" + article + "\":0,\"nobody\":0}", await NextAsync(events));
        await _server.As("ada").PostCommentAsync(_thread).JsonAsync();
        Assert.Equal("{\"" + article + "\":1}", await NextAsync(events));
    }

    [Fact]
    public async Task Nonsense_is_refused() => await _server.Anybody.GetAsync("/api/v1/sites/demo/counts/live?article=a%20b").IsRefusedAsync(400, "article_invalid");

    private static async Task<string> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("counts", events.Current.EventType);
        return JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(events.Current.Data));
    }
}
