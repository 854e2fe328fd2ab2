using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Realtime.Server.Limits;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Limits;

public class RateLimitTests
{
    private static readonly string[] TwoWrites =
        ["--RateLimits:Enabled=true", "--RateLimits:Writes:Burst=2", "--RateLimits:Writes:Every=01:00:00"];

    private readonly string _thread = ServerFixture.NewThread();

    [Fact]
    public async Task A_person_who_writes_too_much_is_told_when_to_come_back_and_others_go_on()
    {
        await using var server = await RunningServer.StartAsync(TwoWrites);
        for (var i = 0; i < 2; i++) await server.As("ada").PostCommentAsync(_thread).JsonAsync();

        var refused = server.As("ada").PostCommentAsync(_thread);
        await refused.IsRefusedAsync(429, "rate_limited");

        Assert.InRange((await refused).Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        await server.As("ada").GetAsync($"{_thread}/comments").JsonAsync();
        await server.As("bob").PostCommentAsync(_thread).JsonAsync();
    }

    [Fact]
    public async Task A_preview_while_typing_takes_nothing_of_the_budget_for_writing()
    {
        await using var server = await RunningServer.StartAsync(TwoWrites);

        for (var i = 0; i < 3; i++) await server.As("ada").PostAsJsonAsync($"{_thread}/preview", new { body = "Hel" }).JsonAsync();

        await server.As("ada").PostCommentAsync(_thread).JsonAsync();
    }

    [Fact]
    public async Task An_address_that_asks_too_much_is_refused_whoever_asks_but_health_is_told()
    {
        await using var server = await RunningServer.StartAsync(
            "--RateLimits:Enabled=true", "--RateLimits:Requests:Burst=3", "--RateLimits:Requests:Every=01:00:00");
        for (var i = 0; i < 3; i++) await server.Anybody.GetAsync($"{_thread}/comments").JsonAsync();

        await server.Anybody.GetAsync($"{_thread}/comments").IsRefusedAsync(429, "rate_limited");
        await server.As("ada").PostCommentAsync(_thread).IsRefusedAsync(429, "rate_limited");
        await server.Anybody.GetAsync("/health/ready").JsonAsync();
    }

    [Fact]
    public async Task The_hub_draws_on_the_same_budget()
    {
        await using var server = await RunningServer.StartAsync(TwoWrites);
        var limits = server.Services.GetRequiredService<RateLimits>();
        var ada = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "ada")]));
        await server.As("ada").PostCommentAsync(_thread).JsonAsync();

        Assert.True(limits.TryWrite(ada, IPAddress.Loopback, out _));
        Assert.False(limits.TryWrite(ada, IPAddress.Loopback, out var retryAfter));
        Assert.True(retryAfter > TimeSpan.Zero);
        Assert.True(limits.TryRead(IPAddress.Loopback, out _));
        await server.As("ada").PostCommentAsync(_thread).IsRefusedAsync(429, "rate_limited");
    }
}
