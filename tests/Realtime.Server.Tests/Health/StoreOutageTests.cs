using System.Net;
using Realtime.Server.Tests.Servers;
using Realtime.Testing.Processes;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Health;

/// <summary>Two servers on a store that goes. Whoever asks sees it within half a minute, and nobody has to start a server again.</summary>
public sealed class StoreOutageTests : IAsyncLifetime
{
    private const string Quiet = "--Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks=None";

    private readonly RedisProcess _redis = new("--appendonly", "yes");
    private readonly List<RunningServer> _servers = [];

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(RedisProcess.IsInstalled, RedisProcess.WhyMissing);
        await _redis.StartAsync();
        for (var i = 0; i < 2; i++)
            _servers.Add(await RunningServer.StartAsync("--Store:Kind=redis", $"--Store:Redis={_redis.Address}", "--Store:CommandTimeout=00:00:02", Quiet));
        await AllBecomeAsync(HttpStatusCode.OK);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task While_the_store_is_away_servers_live_but_are_not_ready()
    {
        await _redis.KillAsync();

        await AllBecomeAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(_servers[0], "live"));

        await _redis.StartAsync();
        await AllBecomeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Servers_whose_store_was_wiped_are_not_ready_until_they_can_be_found_again()
    {
        await _redis.WipeAsync();

        await AllBecomeAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(_servers[0], "live"));

        await AllBecomeAsync(HttpStatusCode.OK);
        await using var third = await RunningServer.StartAsync("--Store:Kind=redis", $"--Store:Redis={_redis.Address}");
        await third.As("ada").PostCommentAsync(ServerFixture.NewThread()).JsonAsync();
    }

    /// <summary>Both at the same time, which is asked often: servers are red for a few seconds only once the store is back.</summary>
    private Task AllBecomeAsync(HttpStatusCode status) => Task.WhenAll(_servers.Select(server =>
        Eventually.HoldsAsync($"a server answers {status}", async () => await StatusAsync(server, "ready") == status)));

    private static async Task<HttpStatusCode> StatusAsync(RunningServer server, string what)
    {
        using var response = await server.Anybody.GetAsync(new Uri($"/health/{what}", UriKind.Relative));
        return response.StatusCode;
    }
}
