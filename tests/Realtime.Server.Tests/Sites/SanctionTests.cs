using System.Net;
using System.Text.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Sites;

public class SanctionTests(DevelopmentServer fixture)
{
    private readonly TestSite _site = new(fixture.Server);

    [Fact]
    public async Task A_sanction_is_imposed_listed_and_lifted()
    {
        var imposed = await _site.SanctionAsync(_site.Moderator, "ada", new { kind = "suspend", until = "2036-01-01T01:00:00+01:00", reason = "Rule 2" }).JsonAsync();
        var listed = Assert.Single(await ListAsync(_site.Moderator, "ada"));
        Assert.Equal(imposed.GetRawText(), listed.GetRawText());
        Assert.Equal(("suspend", "2036-01-01T00:00:00Z", "Rule 2", "the-moderator", false), (
            listed.GetProperty("kind").GetString(), listed.GetProperty("until").GetString(), listed.GetProperty("reason").GetString(),
            listed.GetProperty("by").GetProperty("id").GetString(), listed.GetProperty("everywhere").GetBoolean()));

        using var lifted = await _site.Moderator.DeleteAsync($"{_site.Path}/people/ada/sanctions/{listed.GetProperty("id")}");

        Assert.Equal(HttpStatusCode.NoContent, lifted.StatusCode);
        Assert.Empty(await ListAsync(_site.Moderator, "ada"));
        await _site.Moderator.DeleteAsync($"{_site.Path}/people/ada/sanctions/{listed.GetProperty("id")}").IsRefusedAsync(404, "sanction_unknown");
    }

    [Fact]
    public async Task The_same_imposed_twice_is_one()
    {
        var ban = new { kind = "ban", reason = "Rule 2" };
        using var first = await _site.SanctionAsync(_site.Moderator, "ada", ban);
        using var again = await _site.SanctionAsync(_site.Moderator, "ada", ban);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_person_learns_what_they_are_told_and_not_from_whom()
    {
        await _site.SanctionAsync(_site.Moderator, "ada", new { kind = "warn", reason = "Be kind" }).JsonAsync();
        await _site.SanctionAsync(_site.Moderator, "ada", new { kind = "shadow", reason = "a troll" }).JsonAsync();
        await _site.SanctionAsync(_site.Moderator, "ada", new { kind = "review", reason = "to be watched" }).JsonAsync();

        var told = Assert.Single(await ListAsync(fixture.Server.As("ada"), "me"));

        Assert.Equal(("warn", "Be kind"), (told.GetProperty("kind").GetString(), told.GetProperty("reason").GetString()));
        Assert.False(told.TryGetProperty("by", out _));
        Assert.Equal(told.GetRawText(), Assert.Single(await ListAsync(fixture.Server.As("ada"), "ada")).GetRawText());
    }

    [Fact]
    public async Task A_warning_is_acknowledged_by_the_person()
    {
        var id = (await _site.SanctionAsync(_site.Moderator, "ada", new { kind = "warn", reason = "Be kind" }).JsonAsync()).GetProperty("id");
        var path = $"{_site.Path}/people/me/warnings/{id}/acknowledge";
        await fixture.Server.As("bob").SendAsync(HttpMethod.Post, path).IsRefusedAsync(404, "sanction_unknown");

        using var acknowledged = await fixture.Server.As("ada").SendAsync(HttpMethod.Post, path);

        Assert.Equal(HttpStatusCode.NoContent, acknowledged.StatusCode);
        Assert.Empty(await ListAsync(_site.Moderator, "ada"));
    }

    [Fact]
    public async Task What_holds_everywhere_is_listed_on_every_site()
    {
        var person = $"{_site.Id}-person";
        var ban = await _site.SanctionAsync(_site.Admin, person, new { kind = "ban", reason = "Rule 1", everywhere = true }).JsonAsync();

        var elsewhere = Assert.Single(await ListAsync(_site.Moderator, person, new TestSite(fixture.Server)));
        Assert.True(elsewhere.GetProperty("everywhere").GetBoolean());

        using var lifted = await _site.Admin.DeleteAsync($"{_site.Path}/people/{person}/sanctions/{ban.GetProperty("id")}?everywhere=true");
        Assert.Empty(await ListAsync(_site.Moderator, person));
    }

    [Theory]
    [InlineData("""{"reason":"x"}""", "kind must be given.")]
    [InlineData("""{"kind":"jail","reason":"x"}""", "kind must be one of warn, suspend, ban, shadow, review.")]
    [InlineData("""{"kind":"ban"}""", "reason must")]
    [InlineData("""{"kind":"ban","reason":"a\u0000b"}""", "reason must")]
    [InlineData("""{"kind":"suspend","reason":"x"}""", "until must be given")]
    [InlineData("""{"kind":"suspend","reason":"x","until":"2001-01-01T00:00:00Z"}""", "until must be a time to come.")]
    [InlineData("""{"kind":"warn","reason":"x","until":"2036-01-01T00:00:00Z"}""", "until must be absent")]
    public async Task A_sanction_with_a_mistake_is_refused(string json, string mistake)
    {
        var problem = await _site.Moderator.SendJsonAsync(HttpMethod.Post, $"{_site.Path}/people/ada/sanctions", json).IsRefusedAsync(422, "sanction_invalid");

        Assert.Contains(mistake, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_whose_id_is_an_address_can_be_named_in_a_path()
    {
        await _site.SanctionAsync(_site.Moderator, "https://id.example/ada", new { kind = "ban", reason = "Rule 1" }).JsonAsync();

        Assert.Single(await ListAsync(fixture.Server.As("https://id.example/ada"), "me"));
    }

    private Task<IEnumerable<JsonElement>> ListAsync(HttpClient client, string user) => ListAsync(client, user, _site);

    private static async Task<IEnumerable<JsonElement>> ListAsync(HttpClient client, string user, TestSite site) =>
        (await client.GetAsync($"{site.Path}/people/{user}/sanctions").JsonAsync()).GetProperty("sanctions").EnumerateArray();
}
