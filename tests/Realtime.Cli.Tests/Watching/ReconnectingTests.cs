using Realtime.Cli.Watching;
using Xunit;

namespace Realtime.Cli.Tests.Watching;

public class ReconnectingTests
{
    [Fact]
    public async Task After_a_restart_of_the_server_the_watch_goes_on_from_its_position()
    {
        await using var server = await HubServer.StartedAsync();
        await using var watch = new WatchedNews(server.Address);
        await watch.BeginAsync(server, 7);
        await server.SendAsync("ThreadChanged", Answers.Frame(7, 8));
        await watch.NextAsync<ThreadMoved>();

        await server.StopAsync();
        await watch.PassInterruptionAsync();
        var refused = await watch.NextAsync<Disconnected>();
        await server.StartAsync();
        watch.Clock.Advance(refused.RetryAfter);
        var call = await server.NextCallAsync();
        call.Answer(Answers.Resumed(8, 12));

        Assert.Equal("p8", call.Position);
        await watch.NextAsync<Connected>();
        Assert.Equal((8, 12), ((await watch.NextAsync<ThreadMoved>()).Changes is var changes ? (changes.From, changes.To) : default));
    }

    [Fact]
    public async Task A_position_that_cannot_be_resumed_begins_afresh()
    {
        await using var server = await HubServer.StartedAsync();
        await using var watch = new WatchedNews(server.Address);
        await watch.BeginAsync(server, 7);
        await server.StopAsync();
        await server.StartAsync();
        await watch.PassInterruptionAsync();

        (await server.NextCallAsync()).Answer(Answers.Page(2, reset: true));
        await watch.NextAsync<Connected>();
        await watch.NextAsync<ThreadOpened>();
        await server.SendAsync("ThreadChanged", Answers.Frame(2, 3));

        Assert.Equal(3, (await watch.NextAsync<ThreadMoved>()).Changes.To);
    }

    [Fact]
    public async Task A_position_that_the_server_does_not_understand_is_dropped()
    {
        await using var server = await HubServer.StartedAsync();
        await using var watch = new WatchedNews(server.Address);
        await watch.BeginAsync(server, 7);

        await server.SendAsync("ThreadChanged", Answers.Frame(9, 10));
        (await server.NextCallAsync()).Refuse("""{"code":"position_invalid","title":"This is not a position."}""");
        var second = await server.NextCallAsync();
        second.Answer(Answers.Page(10));

        Assert.Null(second.Position);
        await watch.NextAsync<ThreadOpened>();
    }

    [Fact]
    public async Task Sent_away_by_a_draining_server_the_watch_stays_until_the_told_moment()
    {
        await using var server = await HubServer.StartedAsync();
        await using var watch = new WatchedNews(server.Address);
        await watch.BeginAsync(server, 7);

        await server.SendAsync("Draining", 4000);
        await server.SendAsync("ThreadChanged", Answers.Frame(7, 8));
        await watch.NextAsync<ThreadMoved>();
        watch.Clock.Advance(TimeSpan.FromSeconds(4));
        var lost = await watch.PassInterruptionAsync();
        var call = await server.NextCallAsync();
        call.Answer(Answers.Resumed(8, 9));

        Assert.Equal(TimeSpan.Zero, lost.RetryAfter);
        Assert.Equal("p8", call.Position);
    }

    [Fact]
    public async Task When_a_draining_server_hangs_up_early_the_rest_of_the_told_time_is_waited()
    {
        await using var server = await HubServer.StartedAsync();
        await using var watch = new WatchedNews(server.Address);
        await watch.BeginAsync(server, 7);

        await server.SendAsync("Draining", 60_000);
        await server.SendAsync("ThreadChanged", Answers.Frame(7, 8));
        await watch.NextAsync<ThreadMoved>();
        watch.Clock.Advance(TimeSpan.FromSeconds(20));
        await server.StopAsync();

        Assert.Equal(TimeSpan.FromSeconds(40), (await watch.NextAsync<Disconnected>()).RetryAfter);
    }

    [Fact]
    public async Task Every_failed_attempt_waits_longer_and_a_success_begins_anew()
    {
        await using var server = await HubServer.StartedAsync();
        await server.StopAsync();
        await using var watch = new WatchedNews(server.Address);

        var first = await watch.PassInterruptionAsync();
        await watch.PassInterruptionAsync();
        var third = await watch.NextAsync<Disconnected>();
        await server.StartAsync();
        watch.Clock.Advance(third.RetryAfter);
        await watch.BeginAsync(server, 7);
        await server.StopAsync();
        var afterSuccess = await watch.NextAsync<Disconnected>();

        Assert.InRange(first.RetryAfter, Backoff.First / 2, Backoff.First);
        Assert.InRange(third.RetryAfter, Backoff.First * 2, Backoff.First * 4);
        Assert.InRange(afterSuccess.RetryAfter, Backoff.First / 2, Backoff.First);
    }

    [Fact]
    public async Task A_refusal_that_passes_is_tried_again()
    {
        await using var server = await HubServer.StartedAsync();
        await using var watch = new WatchedNews(server.Address);

        (await server.NextCallAsync()).Refuse("""{"code":"store_unavailable","title":"The store does not answer."}""");
        var lost = await watch.PassInterruptionAsync();
        await watch.BeginAsync(server, 7);

        Assert.Equal("The store does not answer. (store_unavailable)", lost.Reason);
    }

    [Fact]
    public async Task A_refusal_that_waiting_does_not_cure_ends_the_watch()
    {
        await using var server = await HubServer.StartedAsync();
        await using var watch = new WatchedNews(server.Address);

        (await server.NextCallAsync()).Refuse("""{"code":"article_unknown","title":"No such article."}""");

        var failure = await Assert.ThrowsAsync<WatchFailedException>(() => watch.Running);
        Assert.Equal("No such article. (article_unknown)", failure.Message);
    }

    [Fact]
    public async Task Asked_to_try_once_the_watch_fails_when_no_server_is_there()
    {
        await using var server = await HubServer.StartedAsync();
        await server.StopAsync();
        await using var watch = new WatchedNews(server.Address, once: true);

        var failure = await Assert.ThrowsAsync<WatchFailedException>(() => watch.Running);

        Assert.StartsWith($"No server answers at {server.Address}", failure.Message, StringComparison.Ordinal);
    }
}
