using System.Net.Http.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Sites;

public class RoleTests(DevelopmentServer fixture)
{
    private readonly TestSite _site = new(fixture.Server);

    [Fact]
    public async Task A_role_that_the_site_gives_holds_on_this_site_only_and_until_it_is_taken_away()
    {
        var ada = fixture.Server.As("ada");
        await ada.GetAsync($"{_site.Path}/settings").IsRefusedAsync(403, "not_allowed");

        var given = await _site.GiveRolesAsync("ada", "moderator", "staff");

        Assert.Equal(["staff", "moderator"], given.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        await ada.GetAsync($"{_site.Path}/settings").JsonAsync();
        await ada.GetAsync($"{new TestSite(fixture.Server).Path}/settings").IsRefusedAsync(403, "not_allowed");

        await _site.GiveRolesAsync("ada");
        await ada.GetAsync($"{_site.Path}/settings").IsRefusedAsync(403, "not_allowed");
    }

    [Fact]
    public async Task A_role_that_does_not_exist_is_refused()
    {
        await _site.Admin.PutAsJsonAsync($"{_site.Path}/people/ada/roles", new { roles = new[] { "king" } }).IsRefusedAsync(422, "role_unknown");
        await _site.Admin.PutAsJsonAsync($"{_site.Path}/people/guest:1/roles", new { roles = new[] { "moderator" } }).IsRefusedAsync(422, "role_unknown");
        await _site.Admin.PutAsJsonAsync($"{_site.Path}/people/ada/roles", new { }).IsRefusedAsync(400, "request_malformed");
    }

    [Fact]
    public async Task Everybody_is_told_what_they_may_do()
    {
        Assert.Empty(await PermissionsAsync(fixture.Server.As("ada")));
        Assert.Equal(["moderate", "readQueue", "readAudit", "readSettings", "changeWords", "readSanctions", "sanction", "readPeople"], await PermissionsAsync(_site.Moderator));
        Assert.Contains("changePolicy", await PermissionsAsync(_site.Publisher));
        Assert.Contains("sanctionEverywhere", await PermissionsAsync(_site.Admin));

        await _site.GiveRolesAsync("ada", "admin");
        var given = await PermissionsAsync(fixture.Server.As("ada"));
        Assert.Contains("sanctionKeepers", given);
        Assert.DoesNotContain("sanctionEverywhere", given);
        await fixture.Server.Anybody.GetAsync($"{_site.Path}/people/me/permissions").IsRefusedAsync(401, "sign_in_required");
    }

    [Fact]
    public async Task A_site_forbids_what_an_admin_of_the_site_asks_for_everywhere()
    {
        await _site.GiveRolesAsync("ada", "admin");

        await _site.SanctionAsync(fixture.Server.As("ada"), "bob", new { kind = "ban", reason = "Rule 1", everywhere = true }).IsRefusedAsync(403, "not_allowed");
        await _site.SanctionAsync(fixture.Server.As("ada"), "bob", new { kind = "ban", reason = "Rule 1" }).JsonAsync();
    }

    private async Task<IEnumerable<string>> PermissionsAsync(HttpClient by) =>
        [.. (await by.GetAsync($"{_site.Path}/people/me/permissions").JsonAsync()).GetProperty("permissions").EnumerateArray().Select(permission => permission.GetString()!)];
}
