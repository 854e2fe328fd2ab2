using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Live;

public class WatchTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly string _thread = ServerFixture.NewThread();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reader_sees_every_kind_of_change_as_it_happens(bool messagePack)
    {
        await using var reader = await HubReader.ConnectAsync(_server, messagePack: messagePack);
        var watched = await reader.WatchAsync(_thread);
        using var ada = _server.As("ada");

        await ada.PostCommentAsync(_thread, "first").JsonAsync();
        await ada.SendJsonAsync(HttpMethod.Put, $"{_thread}/comments/1", """{"revision":1,"body":"second thoughts"}""").JsonAsync();
        await ada.SendAsync(HttpMethod.Put, $"{_thread}/comments/1/reactions/like").JsonAsync();
        await ada.SendAsync(HttpMethod.Delete, $"{_thread}/comments/1").JsonAsync();

        var frames = await reader.FramesAsync(watched.Sequence, watched.Sequence + 4);
        var changes = frames.SelectMany(frame => frame.Changes).ToList();
        Assert.Equal("removed", changes[^1].Type);
        Assert.Equal("removed", changes[^1].Comment!.Status);
        Assert.Null(changes[^1].Comment!.Html);
        Assert.Equal(0, frames[^1].CommentCount);
        Assert.Equal(HubReader.Split(_thread), (frames[0].Site, frames[0].Article));
    }

    [Fact]
    public async Task Watching_without_a_position_answers_a_page_and_goes_on_from_it()
    {
        using var ada = _server.As("ada");
        await ada.PostCommentAsync(_thread, "before");
        await using var reader = await HubReader.ConnectAsync(_server);

        var watched = await reader.WatchAsync(_thread);
        await ada.PostCommentAsync(_thread, "after");

        Assert.False(watched.Reset);
        Assert.Null(watched.Changes);
        Assert.Equal(1, Assert.Single(watched.Page!.Comments).Number);
        var frame = await reader.NextAsync();
        Assert.Equal((watched.Sequence, 2), (frame.From, Assert.Single(frame.Changes).Comment!.Number));
    }

    [Fact]
    public async Task Watching_from_a_position_answers_exactly_what_was_missed()
    {
        using var ada = _server.As("ada");
        await ada.PostCommentAsync(_thread);
        await using var reader = await HubReader.ConnectAsync(_server);
        var before = await reader.WatchAsync(_thread);
        await reader.Hub.InvokeAsync("Unwatch", "gazette", HubReader.Split(_thread).Article);
        for (var i = 0; i < 3; i++) await ada.PostCommentAsync(_thread);

        var watched = await reader.WatchAsync(_thread, before.Position);

        Assert.False(watched.Reset);
        Assert.Null(watched.Page);
        Assert.Equal([2, 3, 4], watched.Changes!.Changes.Select(change => change.Comment!.Number));
        Assert.Equal((before.Sequence, watched.Sequence), (watched.Changes.From, watched.Changes.To));
        Assert.True(reader.IsQuiet);
    }

    [Theory]
    [InlineData("7-1")]
    [InlineData("ffffffff-ffffff")]
    public async Task A_position_that_is_not_of_this_journal_is_answered_with_a_reset(string foreign)
    {
        using var ada = _server.As("ada");
        await ada.PostCommentAsync(_thread);
        await using var reader = await HubReader.ConnectAsync(_server);

        var watched = await reader.WatchAsync(_thread, foreign);

        Assert.True(watched.Reset);
        Assert.Single(watched.Page!.Comments);
    }

    [Fact]
    public async Task A_burst_goes_out_in_few_frames_that_every_reader_gets_in_the_same_order()
    {
        await using var one = await HubReader.ConnectAsync(_server);
        await using var other = await HubReader.ConnectAsync(_server, messagePack: true);
        var first = await one.WatchAsync(_thread);
        var second = await other.WatchAsync(_thread);
        using var ada = _server.As("ada");

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => ada.PostCommentAsync(_thread).JsonAsync()));

        var seen = await one.FramesAsync(first.Sequence, first.Sequence + 200);
        var seenByOther = await other.FramesAsync(second.Sequence, second.Sequence + 200);
        Assert.Equal(Enumerable.Range(1, 200), seen.SelectMany(frame => frame.Changes).Select(change => change.Comment!.Number));
        Assert.Equal(Texts(seen), Texts(seenByOther));
        Assert.InRange(seen.Count, 1, 100);
    }

    [Fact]
    public async Task Nothing_arrives_after_unwatching()
    {
        await using var reader = await HubReader.ConnectAsync(_server);
        await using var witness = await HubReader.ConnectAsync(_server);
        await reader.WatchAsync(_thread);
        await witness.WatchAsync(_thread);
        using var ada = _server.As("ada");

        await reader.Hub.InvokeAsync("Unwatch", "gazette", HubReader.Split(_thread).Article);
        await ada.PostCommentAsync(_thread);
        await witness.NextAsync();
        // An answer on the reader's own connection comes behind everything that was written to it before.
        await reader.WatchAsync(ServerFixture.NewThread());

        Assert.True(reader.IsQuiet);
    }

    [Fact]
    public async Task Readers_are_counted_and_those_who_write_are_named()
    {
        await using var reader = await HubReader.ConnectAsync(_server);
        await using var writer = await HubReader.ConnectAsync(_server, Tokens.For("ada"));
        await reader.WatchAsync(_thread);
        await writer.WatchAsync(_thread);
        await writer.Hub.InvokeAsync("Typing", "gazette", HubReader.Split(_thread).Article);

        await Eventually.HoldsAsync("both are counted, one is named", () => reader.Presences.Any(presence => presence is { Readers: 2, Typing: ["ADA"] }));
        await Eventually.HoldsAsync("the name goes", () => reader.Presences.Last() is { Readers: 2, Typing: [] });
    }

    [Fact]
    public async Task A_connection_watches_no_more_threads_than_it_may()
    {
        await using var reader = await HubReader.ConnectAsync(_server);
        for (var i = 0; i < 32; i++) await reader.WatchAsync(ServerFixture.NewThread());

        var refused = await Assert.ThrowsAsync<HubException>(() => reader.WatchAsync(ServerFixture.NewThread()));

        Assert.Contains("\"too_many_watches\"", refused.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Texts(IEnumerable<Realtime.Discussion.Reading.ThreadChanges> frames) =>
        frames.SelectMany(frame => frame.Changes).Select(change => $"{change.Type} {change.Comment?.Number} {change.Comment?.Html}");
}
