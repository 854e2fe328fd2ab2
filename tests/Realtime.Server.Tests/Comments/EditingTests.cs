using System.Net.Http.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Comments;

public class EditingTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly string _thread = ServerFixture.NewThread();

    private static object Edit(string body = "Better", int? revision = 1, string? clientEditId = null) => new { revision, body, clientEditId };

    [Fact]
    public async Task An_edit_is_answered_with_the_comment_as_it_is_now()
    {
        var ada = _server.As("ada");
        await ada.PostCommentAsync(_thread, "Good").JsonAsync();
        var changed = await ada.PutAsJsonAsync($"{_thread}/comments/1", Edit()).JsonAsync();

        var comment = changed.GetProperty("comment");
        Assert.Equal(2, comment.GetProperty("revision").GetInt32());
        Assert.Contains("Better", comment.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.True(comment.TryGetProperty("editedAt", out _));
        var read = await _server.Anybody.GetAsync($"{_thread}/comments/1").JsonAsync();
        Assert.Equal(comment.GetRawText(), read.GetProperty("comment").GetRawText());
        Assert.Equal(changed.GetProperty("position").GetString(), read.GetProperty("position").GetString());
    }

    [Fact]
    public async Task An_edit_of_an_older_revision_is_told_the_newer_one()
    {
        var ada = _server.As("ada");
        await ada.PostCommentAsync(_thread).JsonAsync();
        await ada.PutAsJsonAsync($"{_thread}/comments/1", Edit()).JsonAsync();

        var problem = await ada.PutAsJsonAsync($"{_thread}/comments/1", Edit("Worse")).IsRefusedAsync(409, "stale_revision");

        Assert.Equal(2, problem.GetProperty("newerRevision").GetInt32());
    }

    [Fact]
    public async Task A_repeated_edit_gets_the_first_answer()
    {
        var ada = _server.As("ada");
        await ada.PostCommentAsync(_thread).JsonAsync();
        var first = await ada.PutAsJsonAsync($"{_thread}/comments/1", Edit(clientEditId: "e1")).JsonAsync();
        var again = await ada.PutAsJsonAsync($"{_thread}/comments/1", Edit(clientEditId: "e1")).JsonAsync();

        Assert.Equal(first.GetRawText(), again.GetRawText());
    }

    [Theory]
    [InlineData("bob", 1, """{"revision":1,"body":"x"}""", 403, "not_yours")]
    [InlineData("ada", 9, """{"revision":1,"body":"x"}""", 404, "comment_unknown")]
    [InlineData("ada", 1, """{"body":"x"}""", 400, "request_malformed")]
    [InlineData("ada", 1, """{"revision":"1","body":"x"}""", 400, "request_malformed")]
    [InlineData("ada", 1, """{"revision":1}""", 422, "comment_empty")]
    [InlineData("ada", 1, """{"revision":1,"body":"x","clientEditId":""}""", 400, "client_id_invalid")]
    public async Task An_edit_that_cannot_be_is_refused(string user, int number, string json, int status, string code)
    {
        await _server.As("ada").PostCommentAsync(_thread).JsonAsync();
        await _server.As(user).SendJsonAsync(HttpMethod.Put, $"{_thread}/comments/{number}", json).IsRefusedAsync(status, code);
    }

    [Fact]
    public async Task The_edit_window_closes()
    {
        await using var server = await RunningServer.StartAsync("--Discussion:EditWindow=00:00:00");
        var ada = server.As("ada");
        await ada.PostCommentAsync(_thread).JsonAsync();

        await ada.PutAsJsonAsync($"{_thread}/comments/1", Edit()).IsRefusedAsync(409, "edit_window_closed");
    }

    [Fact]
    public async Task Only_its_author_removes_a_comment_and_removing_twice_changes_nothing()
    {
        var ada = _server.As("ada");
        await ada.PostCommentAsync(_thread).JsonAsync();
        await _server.As("mo", "moderator").DeleteAsync($"{_thread}/comments/1").IsRefusedAsync(403, "not_yours");
        var removed = await ada.DeleteAsync($"{_thread}/comments/1").JsonAsync();
        var again = await ada.DeleteAsync($"{_thread}/comments/1").JsonAsync();

        Assert.Equal(removed.GetProperty("position").GetString(), again.GetProperty("position").GetString());
        await ada.PutAsJsonAsync($"{_thread}/comments/1", Edit()).IsRefusedAsync(410, "comment_removed");
        await ada.PostCommentAsync(_thread, replyTo: 1).IsRefusedAsync(409, "parent_removed");
    }
}
