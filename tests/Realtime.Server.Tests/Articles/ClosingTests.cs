using System.Net.Http.Json;
using System.Text.Json;
using Realtime.Server.Tests.Live;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Articles;

public class ClosingTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly string _thread = ServerFixture.NewThread();

    private HttpClient Mo => _server.As("mo", "moderator");

    [Fact]
    public async Task A_thread_closes_at_its_time_and_its_readers_are_told()
    {
        await using var reader = await HubReader.ConnectAsync(_server);
        var watched = await reader.WatchAsync(_thread);

        await ScheduleAsync(Mo, Now.AddSeconds(2)).JsonAsync();
        var frames = await reader.FramesAsync(watched.Sequence, watched.Sequence + 2);

        Assert.Equal(["closing", "closed"], frames.SelectMany(frame => frame.Changes).Select(change => change.Type));
        await _server.As("ada").PostCommentAsync(_thread).IsRefusedAsync(409, "thread_closed");
    }

    [Fact]
    public async Task The_page_and_the_changes_show_when_the_thread_will_close()
    {
        var at = new DateTimeOffset(Now.Year + 1, 3, 1, 8, 0, 0, TimeSpan.FromHours(1));
        await ScheduleAsync(Mo, at).JsonAsync();

        var page = await PageAsync();
        var changes = await _server.Anybody.GetAsync($"{_thread}/changes?since=0-0").JsonAsync();

        Assert.Equal($"{at.Year}-03-01T07:00:00Z", page.GetProperty("closesAt").GetString());
        Assert.False(page.GetProperty("closed").GetBoolean());
        var change = Assert.Single(changes.GetProperty("changes").EnumerateArray());
        Assert.Equal(("closing", $"{at.Year}-03-01T07:00:00Z"), (change.GetProperty("type").GetString(), change.GetProperty("closesAt").GetString()));
    }

    [Fact]
    public async Task A_time_that_was_taken_back_is_shown_no_more()
    {
        await ScheduleAsync(Mo, Now.AddDays(1)).JsonAsync();
        await Mo.DeleteAsync($"{_thread}/closing").JsonAsync();

        Assert.False((await PageAsync()).TryGetProperty("closesAt", out _));
    }

    [Fact]
    public async Task A_time_that_has_passed_closes_at_once()
    {
        await ScheduleAsync(Mo, Now.AddMinutes(-1)).JsonAsync();

        Assert.True((await PageAsync()).GetProperty("closed").GetBoolean());
    }

    [Fact]
    public async Task A_closed_thread_takes_no_time()
    {
        await Mo.PostAsync($"{_thread}/close", null).JsonAsync();

        await ScheduleAsync(Mo, Now.AddDays(1)).IsRefusedAsync(409, "thread_closed");
        await Mo.DeleteAsync($"{_thread}/closing").IsRefusedAsync(409, "thread_closed");
    }

    [Fact]
    public async Task Commenters_neither_set_the_time_nor_take_it_back()
    {
        await ScheduleAsync(_server.As("ada"), Now.AddDays(1)).IsRefusedAsync(403, "not_allowed");
        await _server.As("ada").DeleteAsync($"{_thread}/closing").IsRefusedAsync(403, "not_allowed");
        await ScheduleAsync(_server.Anybody, Now.AddDays(1)).IsRefusedAsync(401, "sign_in_required");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"at":null}""")]
    [InlineData("""{"at":"tomorrow"}""")]
    [InlineData("[]")]
    public async Task A_time_that_cannot_be_is_refused(string json) =>
        await Mo.SendJsonAsync(HttpMethod.Put, $"{_thread}/closing", json).IsRefusedAsync(400, "request_malformed");

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private Task<HttpResponseMessage> ScheduleAsync(HttpClient client, DateTimeOffset at) => client.PutAsJsonAsync($"{_thread}/closing", new { at });

    private Task<JsonElement> PageAsync() => _server.Anybody.GetAsync($"{_thread}/comments").JsonAsync();
}
