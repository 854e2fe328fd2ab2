using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Realtime.Server.Draining;
using Realtime.Server.Tests.Live;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Draining;

public class DrainTests
{
    [Fact]
    public async Task Who_is_connected_is_sent_elsewhere_and_nobody_new_is_let_in()
    {
        await using var server = await RunningServer.StartAsync("--Drain:Over=00:00:00", "--Drain:Patience=00:00:30", "--Drain:Jitter=00:00:02");
        await using var reader = await HubReader.ConnectAsync(server);
        var closed = new TaskCompletionSource();
        reader.Hub.Closed += _ => { closed.TrySetResult(); return Task.CompletedTask; };

        var drained = server.Services.GetRequiredService<Drain>().RunAsync();

        Assert.InRange(await reader.DrainingTold.Task.WaitAsync(Eventually.Patience), 0, 2000);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Anybody.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Anybody.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Anybody.PostAsync("/hubs/discussion/negotiate?negotiateVersion=1", null)).StatusCode);
        Assert.False(closed.Task.IsCompleted);
        await reader.Hub.StopAsync();
        await drained.WaitAsync(Eventually.Patience);
    }

    [Fact]
    public async Task Who_does_not_go_is_cut_off_in_the_end()
    {
        await using var server = await RunningServer.StartAsync("--Drain:Over=00:00:00", "--Drain:Patience=00:00:00");
        await using var reader = await HubReader.ConnectAsync(server);
        var closed = new TaskCompletionSource();
        reader.Hub.Closed += _ => { closed.TrySetResult(); return Task.CompletedTask; };

        await server.Services.GetRequiredService<Drain>().RunAsync();

        await closed.Task.WaitAsync(Eventually.Patience);
    }

    [Fact]
    public async Task Only_an_admin_may_ask_a_server_to_leave()
    {
        await using var server = await RunningServer.StartAsync("--Drain:Over=00:00:00");
        using var moderator = server.As("mo", "moderator", "publisher");
        using var admin = server.As("root", "admin");

        await moderator.PostAsync("/api/v1/operations/drain", null).IsRefusedAsync(403, "not_allowed");
        await server.Anybody.PostAsync("/api/v1/operations/drain", null).IsRefusedAsync(401, "sign_in_required");
        Assert.False(server.Services.GetRequiredService<Drain>().HasBegun);

        Assert.Equal(HttpStatusCode.Accepted, (await admin.PostAsync("/api/v1/operations/drain", null)).StatusCode);
        await server.Stopping.WaitAsync(Eventually.Patience);
    }
}
