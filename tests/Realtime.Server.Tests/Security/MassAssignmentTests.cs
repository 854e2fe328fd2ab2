using System.Text.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Security;

/// <summary>OWASP ASVS V15.3 (mass assignment): members that a request has no business having change nothing.</summary>
public class MassAssignmentTests(DevelopmentServer fixture)
{
    private const string Extra = """
        "author":{"id":"the-admin","name":"Admin"},"by":"the-admin","userId":"the-admin","user":"the-admin",
        "actor":{"id":"the-admin","roles":15},"roles":["admin"],
        "role":"admin","isAdmin":true,"badges":["editor"],"status":"published","number":900,"revision":7,"createdAt":"2001-01-01T00:00:00Z",
        "html":"<b>x</b>","pinned":true,"featured":true
        """;

    private readonly TestSite _site = new(fixture.Server);

    [Fact]
    public async Task A_comment_is_its_senders_and_new()
    {
        var json = $$"""{"clientCommentId":"a","body":"Hello",{{Extra}}}""";

        var comment = (await fixture.Server.As("ada").SendJsonAsync(HttpMethod.Post, $"{_site.Thread}/comments", json).JsonAsync()).GetProperty("comment");

        Assert.Equal("ada", comment.GetProperty("author").GetProperty("id").GetString());
        Assert.Equal((1, 1), (comment.GetProperty("number").GetInt32(), comment.GetProperty("revision").GetInt32()));
        Assert.StartsWith("<p", comment.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("2001", comment.GetProperty("createdAt").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("editor", comment.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_is_given_an_id_and_no_roles()
    {
        await _site.SetAsync("settings", new { guests = "on" });

        var guest = await fixture.Server.Anybody.SendJsonAsync(HttpMethod.Post, $"{_site.Path}/guests", $$"""{"name":"Ada",{{Extra}},"sub":"the-admin"}""").JsonAsync();

        Assert.StartsWith("guest:", guest.GetProperty("userId").GetString(), StringComparison.Ordinal);
        await fixture.Server.With(guest.GetProperty("token").GetString()!).GetAsync($"{_site.Path}/settings").IsRefusedAsync(403, "not_allowed");
    }

    [Fact]
    public async Task A_sanction_is_the_moderators_who_imposes_it()
    {
        var json = $$"""{"kind":"ban","reason":"Rule 1","id":77,"at":"2001-01-01T00:00:00Z",{{Extra}}}""";

        var sanction = await _site.Moderator.SendJsonAsync(HttpMethod.Post, $"{_site.Path}/people/bob/sanctions", json).JsonAsync();

        Assert.Equal((1, "the-moderator"), (sanction.GetProperty("id").GetInt32(), sanction.GetProperty("by").GetProperty("id").GetString()));
        Assert.DoesNotContain("2001", sanction.GetProperty("at").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_hold_no_secrets_roles_or_words()
    {
        var json = $$"""{"locked":true,"secrets":[{"id":"x","purpose":"signOn","sealed":"AA"}],"sanctions":[],"screening":{"words":{"banned":["a"]} },{{Extra}}}""";
        await _site.Publisher.SendJsonAsync(HttpMethod.Put, $"{_site.Path}/settings", json).JsonAsync();

        Assert.Equal(0, (await _site.Publisher.GetAsync($"{_site.Path}/secrets").JsonAsync()).GetProperty("secrets").GetArrayLength());
        Assert.Equal(0, (await _site.Publisher.GetAsync($"{_site.Path}/policy/words").JsonAsync()).GetProperty("banned").GetArrayLength());
        await _site.Publisher.SendJsonAsync(HttpMethod.Put, $"{_site.Path}/people/bob/roles", """{"roles":["admin"]}""").IsRefusedAsync(403, "not_allowed");
    }

    [Theory]
    [InlineData("""{"guests":"on","guests":"off"}""")]
    [InlineData("""{"__proto__":{"locked":true}}""")]
    [InlineData("""{"Locked":true}""")]
    public async Task Names_that_are_doubled_or_clever_set_nothing_that_was_not_meant(string json)
    {
        using var answer = await _site.Publisher.SendJsonAsync(HttpMethod.Put, $"{_site.Path}/settings", json);
        var settings = await _site.Publisher.GetAsync($"{_site.Path}/settings").JsonAsync();

        Assert.Equal(JsonValueKind.String, settings.GetProperty("guests").ValueKind);
        Assert.Equal("off", settings.GetProperty("guests").GetString());
        Assert.False(!json.Contains("Locked", StringComparison.Ordinal) && settings.GetProperty("locked").GetBoolean());
    }
}
