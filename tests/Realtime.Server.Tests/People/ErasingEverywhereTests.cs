using System.Net;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.People;

/// <summary>A person who leaves all publications.</summary>
public sealed class ErasingEverywhereTests(DevelopmentServer fixture)
{
    private const string Secret = "the site's own secret, which is long enough";

    private readonly TestSite _one = new(fixture.Server), _other = new(fixture.Server);

    [Fact]
    public async Task They_are_erased_on_every_site_and_in_what_holds_everywhere()
    {
        const string Person = "leaving~everywhere";
        foreach (var site in new[] { _one, _other })
        {
            await fixture.Server.As(Person).PostCommentAsync(site.Thread, "words").JsonAsync();
            await Eventually.HoldsAsync("it is known", async () => (await site.Moderator.GetAsync($"{site.Path}/people/{Person}").JsonAsync()).GetProperty("commentCount").GetInt32() == 1);
        }

        await _one.SanctionAsync(_one.Admin, Person, new { kind = "ban", reason = "of them", everywhere = true }).JsonAsync();

        var erased = await _one.Admin.DeleteAsync($"/api/v1/people/{Person}").JsonAsync();

        Assert.Equal((2, 2), (erased.GetProperty("threads").GetInt32(), erased.GetProperty("comments").GetInt32()));
        foreach (var site in new[] { _one, _other })
        {
            Assert.Equal("erased", await fixture.Server.Anybody.StatusAsync(site.Thread, 1));
            await Eventually.HoldsAsync("the ban is left without its reason", async () => await SanctionsOnAsync(site, Person) is [("ban", "")]);
            await fixture.Server.As(Person).PostCommentAsync(site.Thread, "again").IsRefusedAsync(403, "banned");
        }

        var again = await _one.Admin.DeleteAsync($"/api/v1/people/{Person}").JsonAsync();
        Assert.Equal(0, again.GetProperty("threads").GetInt32());
    }

    private static async Task<List<(string? Kind, string? Reason)>> SanctionsOnAsync(TestSite site, string person)
    {
        var answer = await site.Moderator.GetAsync($"{site.Path}/people/{person}/sanctions").JsonAsync();
        return [.. answer.GetProperty("sanctions").EnumerateArray().Select(ban => (ban.GetProperty("kind").GetString(), ban.GetProperty("reason").GetString()))];
    }

    [Theory]
    [InlineData(403, "commenter")]
    [InlineData(403, "staff")]
    [InlineData(403, "moderator")]
    [InlineData(403, "publisher")]
    [InlineData(200, "admin")]
    public async Task It_is_for_admins_of_the_server(int status, string role)
    {
        using var answer = await fixture.Server.As($"everywhere-{role}", role).DeleteAsync("/api/v1/people/nobody-at-all");
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
    }

    [Fact]
    public async Task A_sites_admin_is_none_elsewhere()
    {
        await _one.AddSecretAsync("key", "signOn", Secret);
        await _one.GiveRolesAsync("given-admin", "admin");
        using var bySite = fixture.Server.With(Tokens.Sign(Tokens.ClaimsOf("site-admin", ["admin"]), Secret));
        await bySite.DeleteAsync("/api/v1/people/nobody-at-all").IsRefusedAsync(401, "token_invalid");
        await fixture.Server.As("given-admin").DeleteAsync("/api/v1/people/nobody-at-all").IsRefusedAsync(403, "not_allowed");
        await fixture.Server.Anybody.DeleteAsync("/api/v1/people/nobody-at-all").IsRefusedAsync(401, "sign_in_required");
    }
}
