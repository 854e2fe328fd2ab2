using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Realtime.Server.Commenting;
using Realtime.Server.Tests.Live;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Commenting;

/// <summary>Whom a comment speaks to, and what stands beside its author's name.</summary>
public class AddressingTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly string _thread = ServerFixture.NewThread();

    [Fact]
    public async Task Who_is_named_first_is_addressed_and_who_is_named_with_an_at_is_mentioned()
    {
        await _server.As("anahit").PostCommentAsync(_thread, "Good morning").JsonAsync();
        await _server.As("garo").PostCommentAsync(_thread, "Good evening").JsonAsync();

        var posted = (await _server.As("vahan").PostCommentAsync(_thread, "Anahit, have you seen @Garo here?").JsonAsync()).GetProperty("comment");

        Assert.Equal(("anahit", "ANAHIT", 1), (AddresseeOf(posted, "id"), AddresseeOf(posted, "name"), posted.GetProperty("addressee").GetProperty("number").GetInt32()));
        Assert.Equal(["garo"], posted.GetProperty("mentions").EnumerateArray().Select(user => user.GetString()));
        Assert.Equal(posted.GetRawText(), (await _server.Anybody.ReadAsync(_thread, 3)).GetRawText());
    }

    [Fact]
    public async Task Over_the_hub_too_and_an_edit_may_speak_to_somebody_else()
    {
        await _server.As("anahit").PostCommentAsync(_thread, "Good morning").JsonAsync();
        await _server.As("garo").PostCommentAsync(_thread, "Good evening").JsonAsync();
        await using var vahan = await HubReader.ConnectAsync(_server, Tokens.For("vahan"));
        var article = HubReader.Split(_thread).Article;

        var posted = await vahan.Hub.InvokeAsync<PostedComment>("Post", "gazette", article, new PostRequest { ClientCommentId = "a", Body = "Anahit: hello" });
        var edited = await vahan.Hub.InvokeAsync<ChangedComment>("Edit", "gazette", article, 3, new EditRequest { Revision = 1, Body = "Garo: hello" });

        Assert.Equal(("anahit", "garo"), (posted.Comment.Addressee?.Id, edited.Comment.Addressee?.Id));
    }

    [Fact]
    public async Task Who_is_named_in_words_of_others_is_not_spoken_to()
    {
        await _server.As("anahit").PostCommentAsync(_thread, "Good morning").JsonAsync();
        await _server.As("garo").PostCommentAsync(_thread, "Good evening").JsonAsync();

        var posted = (await _server.As("vahan").PostCommentAsync(_thread, "> Anahit, ask @Anahit\n\nGaro, no.").JsonAsync()).GetProperty("comment");

        Assert.Equal("garo", AddresseeOf(posted, "id"));
        Assert.False(posted.TryGetProperty("mentions", out _));
    }

    [Fact]
    public async Task Nobody_is_addressed_whom_readers_have_not_seen()
    {
        await _server.As("mo", "moderator").ReviewAsync(_thread);
        await _server.As("anahit").PostCommentAsync(_thread, "Good morning").JsonAsync();
        await _server.As("mo", "moderator").PutAsJsonAsync($"{_thread}/mode", new { }).JsonAsync();

        var posted = (await _server.As("vahan").PostCommentAsync(_thread, "Anahit, hello").JsonAsync()).GetProperty("comment");
        Assert.False(posted.TryGetProperty("addressee", out _));

        await _server.As("mo", "moderator").ApproveAsync(_thread, 1);
        Assert.Equal("anahit", AddresseeOf((await _server.As("vahan").PostCommentAsync(_thread, "Anahit, hello again").JsonAsync()).GetProperty("comment"), "id"));
    }

    [Fact]
    public async Task Roles_and_badges_stand_beside_the_name_and_no_badge_looks_like_a_role()
    {
        var expert = _server.With(Tokens.Sign([.. Tokens.ClaimsOf("vera", "staff"), new Claim("badges", "expert"), new Claim("badges", "Moderator")]));

        var posted = (await expert.PostCommentAsync(_thread).JsonAsync()).GetProperty("comment");

        Assert.Equal(["staff", "expert"], posted.GetProperty("badges").EnumerateArray().Select(badge => badge.GetString()));
        Assert.Equal(posted.GetRawText(), (await _server.Anybody.ReadAsync(_thread, 1)).GetRawText());
    }

    private static string? AddresseeOf(JsonElement comment, string what) => comment.GetProperty("addressee").GetProperty(what).GetString();
}
