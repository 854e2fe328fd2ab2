using System.Net;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.People;

public sealed class PersonTests(DevelopmentServer fixture)
{
    private readonly TestSite _site = new(fixture.Server);

    private HttpClient Ada => fixture.Server.As("ada");

    [Fact]
    public async Task Moderators_see_what_a_person_wrote_and_what_was_imposed_on_them()
    {
        await Ada.PostCommentAsync(_site.Thread, "Hello").JsonAsync();
        await _site.SanctionAsync(_site.Moderator, "ada", new { kind = "shadow", reason = "a troll" }).JsonAsync();
        await Eventually.HoldsAsync("the history is kept", async () =>
            (await _site.Moderator.GetAsync($"{_site.Path}/people/ada").JsonAsync()).GetProperty("commentCount").GetInt32() == 1);

        var person = await _site.Moderator.GetAsync($"{_site.Path}/people/ada").JsonAsync();

        var comment = Assert.Single(person.GetProperty("comments").EnumerateArray());
        Assert.Equal(("an-article", 1, "published"), (
            comment.GetProperty("article").GetString(), comment.GetProperty("number").GetInt32(), comment.GetProperty("status").GetString()));
        Assert.Single(person.GetProperty("sanctions").EnumerateArray());
        var own = await Ada.GetAsync($"{_site.Path}/people/me").JsonAsync();
        Assert.Empty(own.GetProperty("sanctions").EnumerateArray());
    }

    [Fact]
    public async Task The_export_has_every_revision_and_what_became_of_them()
    {
        await Ada.PostCommentAsync(_site.Thread, "First words").JsonAsync();
        await fixture.Server.As("bob").PostCommentAsync(_site.Thread, "Not hers", replyTo: 1).JsonAsync();
        await Ada.SendJsonAsync(HttpMethod.Put, $"{_site.Thread}/comments/1", """{ "body": "Second words", "revision": 1, "clientEditId": "e1" }""").JsonAsync();

        var export = await Ada.GetAsync($"{_site.Path}/people/me/export").JsonAsync();

        var thread = Assert.Single(export.GetProperty("threads").EnumerateArray());
        var comment = Assert.Single(thread.GetProperty("comments").EnumerateArray());
        Assert.Equal(["First words", "Second words"], comment.GetProperty("revisions").EnumerateArray().Select(one => one.GetProperty("text").GetString()));
        Assert.DoesNotContain("Not hers", export.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/export")]
    [InlineData("DELETE", "")]
    public async Task Nobody_may_do_it_to_another(string method, string what)
    {
        await fixture.Server.As("bob").SendAsync(new HttpMethod(method), $"{_site.Path}/people/ada{what}").IsRefusedAsync(403, "not_allowed");
        await fixture.Server.Anybody.SendAsync(new HttpMethod(method), $"{_site.Path}/people/ada{what}").IsRefusedAsync(401, "sign_in_required");
    }

    [Theory]
    [InlineData("GET", "/export")]
    [InlineData("DELETE", "")]
    public async Task What_is_a_persons_own_is_not_for_moderators_but_for_admins(string method, string what)
    {
        await _site.Moderator.SendAsync(new HttpMethod(method), $"{_site.Path}/people/ada{what}").IsRefusedAsync(403, "not_allowed");
        using var allowed = await _site.Admin.SendAsync(new HttpMethod(method), $"{_site.Path}/people/ada{what}");
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_known_who_was_never_here() =>
        await _site.Moderator.GetAsync($"{_site.Path}/people/nobody-at-all").IsRefusedAsync(404, "person_unknown");
}
