using System.Net;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Security;

/// <summary>
/// OWASP ASVS V8 (authorization): role × action × own or another site. Each role is had in three ways: by the server's token, by a token of the site's own
/// sign-on, and given by the site. The latter two count on that site and nowhere else.
/// </summary>
public sealed class AccessControlTests(DevelopmentServer fixture) : IAsyncLifetime
{
    private const string Secret = "the site's own secret, which is long enough";

    private static readonly string[] Everybody = ["commenter", "staff", "moderator", "publisher", "admin"];
    private static readonly string[] Keepers = ["moderator", "publisher", "admin"], Publishers = ["publisher", "admin"];
    private static readonly string[] Moderators = ["moderator", "admin"], Admins = ["admin"];

    private static readonly Dictionary<string, (string[] May, string Method, string Path, string? Body)> Actions = new()
    {
        ["read the policy"] = (Everybody, "GET", "policy", null),
        ["read settings"] = (Keepers, "GET", "settings", null),
        ["change settings"] = (Publishers, "PUT", "settings", """{"locked":false}"""),
        ["change settings to nonsense"] = ([], "PUT", "settings", """{"moderation":"nonsense"}"""),
        ["change the policy"] = (Publishers, "PUT", "policy", """{"rules":[]}"""),
        ["read words"] = (Keepers, "GET", "policy/words", null),
        ["change words"] = (Keepers, "PUT", "policy/words", """{"banned":["blorp"]}"""),
        ["read screening"] = (Keepers, "GET", "policy/screening", null),
        ["change screening"] = (Publishers, "PUT", "policy/screening", "{}"),
        ["list secrets"] = (Publishers, "GET", "secrets", null),
        ["add a secret"] = (Publishers, "POST", "secrets", """{"id":"ID","purpose":"toxicity","secret":"s"}"""),
        ["remove a secret"] = (Publishers, "DELETE", "secrets/spare", null),
        ["make staff"] = (Publishers, "PUT", "people/bob/roles", """{"roles":["staff"]}"""),
        ["make an admin"] = (Admins, "PUT", "people/bob/roles", """{"roles":["admin"]}"""),
        ["make oneself an admin"] = (Admins, "PUT", "people/SELF/roles", """{"roles":["admin"]}"""),
        ["list the sanctions of another"] = (Moderators, "GET", "people/bob/sanctions", null),
        ["list one's own sanctions"] = (Everybody, "GET", "people/me/sanctions", null),
        ["ban a commenter"] = (Moderators, "POST", "people/bob/sanctions", """{"kind":"ban","reason":"Rule 1"}"""),
        ["ban a moderator"] = (Admins, "POST", "people/kept/sanctions", """{"kind":"ban","reason":"Rule 1"}"""),
        ["erase another"] = (Admins, "DELETE", "people/somebody-gone", null),
        ["lift a ban"] = (Moderators, "DELETE", "people/banned/sanctions/1", null),
    };

    private readonly TestSite _site = new(fixture.Server);
    private readonly TestSite _other = new(fixture.Server);

    public static TheoryData<string> Names => [.. Actions.Keys];

    public async ValueTask InitializeAsync()
    {
        foreach (var site in new[] { _site, _other })
        {
            await site.SanctionAsync(site.Moderator, "banned", new { kind = "ban", reason = "Rule 1" }).JsonAsync();
            await site.GiveRolesAsync("kept", "moderator");
            await site.AddSecretAsync("spare", "hook");
        }

        await _site.AddSecretAsync("key", "signOn", Secret);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory, MemberData(nameof(Names))]
    public async Task The_servers_token_gives_its_roles_on_every_site(string action)
    {
        foreach (var role in Everybody) await CheckAsync(action, role, fixture.Server.As($"server-{role}", RolesOf(role)), _other);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task The_sites_token_gives_its_roles_on_that_site_only(string action)
    {
        foreach (var role in Everybody)
        {
            var client = fixture.Server.With(Tokens.Sign(Tokens.ClaimsOf($"site-{role}", RolesOf(role)), Secret));
            await CheckAsync(action, role, client, _site);
            await SendAsync(action, $"site-{role}", client, _other).IsRefusedAsync(401, "token_invalid");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_role_that_the_site_has_given_counts_on_that_site_only(string action)
    {
        foreach (var role in Everybody)
        {
            await _site.GiveRolesAsync($"given-{role}", RolesOf(role));
            await CheckAsync(action, role, fixture.Server.As($"given-{role}"), _site, $"given-{role}");
            if (Actions[action].May != Everybody) await SendAsync(action, $"given-{role}", fixture.Server.As($"given-{role}"), _other).IsRefusedAsync(403, "not_allowed");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Who_has_not_signed_in_may_read_the_policy_and_nothing_else(string action)
    {
        var sent = SendAsync(action, "nobody", fixture.Server.Anybody, _site);
        if (action == "read the policy") await sent.JsonAsync();
        else await sent.IsRefusedAsync(401, "sign_in_required");
    }

    private static string[] RolesOf(string role) => role == "commenter" ? [] : [role];

    /// <summary>Those who may are heard (what they ask may have been done already, or make no sense), all others are refused before anything is looked at.</summary>
    private static async Task CheckAsync(string action, string role, HttpClient client, TestSite site, string? self = null)
    {
        using var answer = await SendAsync(action, self ?? $"somebody-{role}", client, site);
        var isHeard = Actions[action].May.Contains(role) || (action.EndsWith("nonsense", StringComparison.Ordinal) && Publishers.Contains(role));
        Assert.True(isHeard == (answer.StatusCode != HttpStatusCode.Forbidden), $"{role}: {action}: {answer.StatusCode}");
        Assert.True((int)answer.StatusCode is < 300 or 403 or 404 or 422, $"{role}: {action}: {answer.StatusCode}");
    }

    private static Task<HttpResponseMessage> SendAsync(string action, string self, HttpClient client, TestSite site)
    {
        var (_, method, path, body) = Actions[action];
        var address = $"{site.Path}/{path.Replace("SELF", self, StringComparison.Ordinal)}";
        return body is null
            ? client.SendAsync(new HttpMethod(method), address)
            : client.SendJsonAsync(new HttpMethod(method), address, body.Replace("ID", Guid.NewGuid().ToString("N"), StringComparison.Ordinal));
    }
}
