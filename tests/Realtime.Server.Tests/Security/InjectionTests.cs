using System.Net;
using System.Net.Http.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Security;

/// <summary>OWASP ASVS V1 (encoding, injection): ids and texts made to be taken for something else are refused, or stay what they are.</summary>
public class InjectionTests(DevelopmentServer fixture)
{
    private readonly TestSite _site = new(fixture.Server);

    [Theory]
    [InlineData("*")]
    [InlineData("%2A")]
    [InlineData("a%2Fb")]
    [InlineData("a%7Bb%7D")]
    [InlineData("%7Bgazette%7D")]
    [InlineData("..%2Fgazette")]
    [InlineData("a%0D%0ASET%20x%201")]
    [InlineData("a%00")]
    [InlineData("%D5%A1")]
    [InlineData("a%20b")]
    public async Task A_site_id_that_could_be_another_key_of_the_store_is_refused(string site)
    {
        using var answer = await fixture.Server.As("the-admin", "admin").PutAsJsonAsync($"/api/v1/sites/{site}/settings", new { locked = true });

        // The server itself refuses a path with a zero in it.
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_site_of_what_holds_everywhere_has_no_address() =>
        await fixture.Server.As("the-admin", "admin").GetAsync("/api/v1/sites/*/policy").IsRefusedAsync(400, "site_invalid");

    [Theory]
    [InlineData("bob%0D%0ASET%20x")]
    [InlineData("bob%E2%80%AE")]
    [InlineData("bob%E2%80%8B")]
    public async Task A_user_id_that_looks_like_another_is_refused(string user) =>
        await _site.Moderator.PostAsJsonAsync($"{_site.Path}/people/{user}/sanctions", new { kind = "ban", reason = "x" }).IsRefusedAsync(404, "person_unknown");

    [Theory]
    [InlineData("bob\"},{\"user\":\"ada")]
    [InlineData("{bob}")]
    [InlineData("' OR 1=1 --")]
    [InlineData("../../ada")]
    [InlineData("__proto__")]
    [InlineData("https://id.example/bob?x=1&y=2#z")]
    [InlineData("բոբ 😀")]
    public async Task A_user_id_of_any_visible_characters_is_that_person_and_nobody_else(string user)
    {
        await _site.SanctionAsync(_site.Moderator, user, new { kind = "ban", reason = "x" }).JsonAsync();

        Assert.Equal(1, await CountAsync(fixture.Server.As(user)));
        Assert.Equal(0, await CountAsync(fixture.Server.As("ada")));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"},\"locked\":true,\"x\":{\"")]
    [InlineData("{{7*7}} ${7*7} %{7*7}")]
    [InlineData("'; FLUSHALL; --")]
    public async Task A_text_in_the_policy_stays_that_text(string text)
    {
        await _site.SetAsync("policy", new { rules = new[] { new { number = 1, title = text, text } } });

        var rule = (await fixture.Server.Anybody.GetAsync($"{_site.Path}/policy").JsonAsync()).GetProperty("rules")[0];

        Assert.Equal((text, text), (rule.GetProperty("title").GetString(), rule.GetProperty("text").GetString()));
        Assert.False((await _site.Publisher.GetAsync($"{_site.Path}/settings").JsonAsync()).GetProperty("locked").GetBoolean());
    }

    [Theory]
    [InlineData("http://127.0.0.1@evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1:6379/_FLUSHALL")]
    [InlineData("//evil.example")]
    public async Task An_address_that_is_no_plain_web_address_is_not_set(string address) =>
        await _site.Publisher.PutAsJsonAsync($"{_site.Path}/settings", new { hookAddress = address }).IsRefusedAsync(422, "settings_invalid");

    private async Task<int> CountAsync(HttpClient client) =>
        (await client.GetAsync($"{_site.Path}/people/me/sanctions").JsonAsync()).GetProperty("sanctions").GetArrayLength();
}
