using Realtime.Cli.Watching;
using Xunit;

namespace Realtime.Cli.Tests.Watching;

public class ThreadWatchTests
{
    [Fact]
    public async Task A_watch_begins_with_the_page_and_goes_on_with_what_follows()
    {
        await using var server = await HubServer.StartedAsync();
        await using var watch = new WatchedNews(server.Address);

        var call = await server.NextCallAsync();
        call.Answer(Answers.Page(7));
        await watch.NextAsync<Connected>();
        var opened = await watch.NextAsync<ThreadOpened>();
        await server.SendAsync("ThreadChanged", Answers.Frame(7, 8));
        var moved = await watch.NextAsync<ThreadMoved>();

        Assert.Equal(("demo", "first", null), (call.Site, call.Article, call.Position));
        Assert.Equal("Ada", Assert.Single(opened.Page.Comments).Author?.Name);
        Assert.Equal((7, 8), (moved.Changes.From, moved.Changes.To));
        Assert.Equal("<p>Hello</p>", Assert.Single(moved.Changes.Changes).Comment?.Html);
    }

    [Fact]
    public async Task A_frame_that_overtakes_the_answer_is_taken_in_after_it()
    {
        await using var server = await HubServer.StartedAsync();
        await using var watch = new WatchedNews(server.Address);

        var call = await server.NextCallAsync();
        await server.SendAsync("ThreadChanged", Answers.Frame(7, 8));
        call.Answer(Answers.Page(7));

        await watch.NextAsync<Connected>();
        await watch.NextAsync<ThreadOpened>();
        Assert.Equal(8, (await watch.NextAsync<ThreadMoved>()).Changes.To);
    }

    [Fact]
    public async Task A_frame_that_brings_nothing_new_is_passed_over()
    {
        await using var server = await HubServer.StartedAsync();
        await using var watch = new WatchedNews(server.Address);
        await watch.BeginAsync(server, 7);

        await server.SendAsync("ThreadChanged", Answers.Frame(5, 7));
        await server.SendAsync("ThreadChanged", Answers.Frame(7, 8));

        Assert.Equal(8, (await watch.NextAsync<ThreadMoved>()).Changes.To);
    }

    [Fact]
    public async Task A_frame_that_overlaps_what_is_known_is_taken_in_without_asking()
    {
        await using var server = await HubServer.StartedAsync();
        await using var watch = new WatchedNews(server.Address);
        await watch.BeginAsync(server, 7);

        await server.SendAsync("ThreadChanged", Answers.Frame(5, 9));

        Assert.Equal(9, (await watch.NextAsync<ThreadMoved>()).Changes.To);
    }

    [Fact]
    public async Task A_gap_is_closed_by_asking_again_from_the_position()
    {
        await using var server = await HubServer.StartedAsync();
        await using var watch = new WatchedNews(server.Address);
        await watch.BeginAsync(server, 7);

        await server.SendAsync("ThreadChanged", Answers.Frame(9, 10));
        var call = await server.NextCallAsync();
        call.Answer(Answers.Resumed(7, 9));

        Assert.Equal("p7", call.Position);
        Assert.Equal(9, (await watch.NextAsync<ThreadMoved>()).Changes.To);
        Assert.Equal(10, (await watch.NextAsync<ThreadMoved>()).Changes.To);
    }

    [Fact]
    public async Task A_page_without_a_sequence_number_costs_one_question_more()
    {
        await using var server = await HubServer.StartedAsync();
        await using var watch = new WatchedNews(server.Address);
        (await server.NextCallAsync()).Answer(new { position = "p7", reset = false, page = new { comments = Array.Empty<object>() } });
        await watch.NextAsync<Connected>();
        await watch.NextAsync<ThreadOpened>();

        await server.SendAsync("ThreadChanged", Answers.Frame(7, 8));
        var call = await server.NextCallAsync();
        call.Answer(Answers.Resumed(7, 8));

        Assert.Equal("p7", call.Position);
        Assert.Equal(8, (await watch.NextAsync<ThreadMoved>()).Changes.To);
    }

    [Fact]
    public async Task Catching_up_asks_on_while_there_is_more()
    {
        await using var server = await HubServer.StartedAsync();
        await using var watch = new WatchedNews(server.Address);
        await watch.BeginAsync(server, 7);

        await server.SendAsync("ThreadChanged", Answers.Frame(90, 91));
        (await server.NextCallAsync()).Answer(Answers.Resumed(7, 50, more: true));
        var second = await server.NextCallAsync();
        second.Answer(Answers.Resumed(50, 91));

        Assert.Equal("p50", second.Position);
        Assert.Equal(50, (await watch.NextAsync<ThreadMoved>()).Changes.To);
        Assert.Equal(91, (await watch.NextAsync<ThreadMoved>()).Changes.To);
    }

    [Fact]
    public async Task A_reset_by_the_server_begins_afresh()
    {
        await using var server = await HubServer.StartedAsync();
        await using var watch = new WatchedNews(server.Address);
        await watch.BeginAsync(server, 700);

        await server.SendAsync("ThreadReset", new { site = "demo", article = "first", position = "p3" });
        var call = await server.NextCallAsync();
        call.Answer(Answers.Page(3));
        await watch.NextAsync<ThreadOpened>();
        await server.SendAsync("ThreadChanged", Answers.Frame(3, 4));

        Assert.Null(call.Position);
        Assert.Equal(4, (await watch.NextAsync<ThreadMoved>()).Changes.To);
    }
}
