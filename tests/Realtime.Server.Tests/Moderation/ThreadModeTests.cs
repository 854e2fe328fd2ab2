using System.Net.Http.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Moderation;

public class ThreadModeTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly TestSite _site = new(fixture.Server);

    private string Thread => _site.Thread;

    [Fact]
    public async Task In_review_every_comment_waits_until_it_is_over()
    {
        await SetAsync(new { review = true }).JsonAsync();
        await _server.As("ada").PostCommentAsync(Thread).IsAnsweredAsync(202, "pending");
        await _server.As("vera", "staff").PostCommentAsync(Thread).IsAnsweredAsync(201, "published");
        Assert.True((await _server.Anybody.PageAsync(Thread)).GetProperty("review").GetBoolean());

        await SetAsync(new { review = false }).JsonAsync();

        await _server.As("ada").PostCommentAsync(Thread).IsAnsweredAsync(201, "published");
    }

    [Fact]
    public async Task In_slow_mode_one_persons_comments_are_apart()
    {
        await SetAsync(new { slowMode = 60 }).JsonAsync();
        await _server.As("ada").PostCommentAsync(Thread).JsonAsync();

        await _server.As("ada").PostCommentAsync(Thread).IsRefusedAsync(429, "slow_mode");
        await _server.As("bob").PostCommentAsync(Thread).IsAnsweredAsync(201, "published");
        Assert.Equal(60, (await _server.Anybody.PageAsync(Thread)).GetProperty("slowMode").GetInt32());

        await SetAsync(new { slowMode = 0 }).JsonAsync();
        await _server.As("ada").PostCommentAsync(Thread).IsAnsweredAsync(201, "published");
    }

    [Fact]
    public async Task An_emergency_ends_the_discussion_and_is_over_when_it_is_said()
    {
        await SetAsync(new { locked = true }).JsonAsync();
        await _server.As("ada").PostCommentAsync(Thread).IsRefusedAsync(409, "thread_closed");
        await SetAsync(new { slowMode = 1 }).JsonAsync();
        await _server.As("ada").PostCommentAsync(Thread).IsRefusedAsync(409, "thread_closed");

        await SetAsync(new { locked = false }).JsonAsync();

        await _server.As("ada").PostCommentAsync(Thread).IsAnsweredAsync(201, "published");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(86_401)]
    [InlineData(int.MinValue)]
    public async Task A_pace_out_of_range_is_refused(int slowMode) => await SetAsync(new { slowMode }).IsRefusedAsync(400, "request_malformed");

    private Task<HttpResponseMessage> SetAsync(object mode) => _site.Moderator.PutAsJsonAsync($"{Thread}/mode", mode);
}
