using System.Net.Http.Json;
using System.Text.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Security;

/// <summary>
/// OWASP ASVS V8 (authorization): role × action × own or another's comment × own or another site, in a thread. Whoever may not is told so by a code of the table,
/// and nothing has happened.
/// </summary>
public class ThreadAccessTests(DevelopmentServer fixture)
{
    private const string Secret = "the site's own secret, which is long enough";

    private static readonly string[] Everybody = ["commenter", "staff", "moderator", "publisher", "admin"];
    private static readonly string[] House = ["staff", "moderator", "publisher", "admin"], Editors = ["staff", "moderator", "admin"];
    private static readonly string[] Moderators = ["moderator", "admin"], Closers = ["moderator", "publisher", "admin"], Publishers = ["publisher", "admin"];

    private static readonly Dictionary<string, (string[] May, int Status, string Code, Func<HttpClient, Written, Task<HttpResponseMessage>> Send)> Actions = new()
    {
        ["post"] = (Everybody, 0, "", (by, at) => by.PostCommentAsync(at.Thread)),
        ["edit one's own"] = (Everybody, 0, "", (by, at) => EditAsync(by, at, at.Own)),
        ["edit another's"] = (Editors, 403, "not_yours", (by, at) => EditAsync(by, at, at.Others)),
        ["remove one's own"] = (Everybody, 0, "", (by, at) => by.DeleteAsync($"{at.Thread}/comments/{at.Own}")),
        ["remove another's"] = ([], 403, "not_yours", (by, at) => by.DeleteAsync($"{at.Thread}/comments/{at.Others}")),
        ["react"] = (Everybody, 0, "", (by, at) => by.SendAsync(HttpMethod.Put, $"{at.Thread}/comments/{at.Others}/reactions/like")),
        ["report"] = (Everybody, 0, "", (by, at) => by.PostAsJsonAsync($"{at.Thread}/comments/{at.Others}/reports", new { reason = "spam" })),
        ["reject another's"] = (Moderators, 403, "not_allowed", (by, at) => DecideAsync(by, at, at.Others, "reject")),
        ["reject one's own"] = (Moderators, 403, "not_allowed", (by, at) => DecideAsync(by, at, at.Own, "reject")),
        ["approve what waits"] = (Moderators, 403, "not_allowed", (by, at) => DecideAsync(by, at, at.Pending, "approve")),
        ["pin another's"] = (House, 403, "not_allowed", (by, at) => DecideAsync(by, at, at.Others, "pin")),
        ["feature one's own"] = (House, 403, "not_allowed", (by, at) => DecideAsync(by, at, at.Own, "feature")),
        ["move another's"] = (Moderators, 403, "not_allowed", (by, at) => by.DecideAsync(at.Thread, at.Others, new { decision = "move", revision = 1, to = "elsewhere" })),
        ["set the mode"] = (Moderators, 403, "not_allowed", (by, at) => by.PutAsJsonAsync($"{at.Thread}/mode", new { slowMode = 1 })),
        ["lock"] = (Moderators, 403, "not_allowed", (by, at) => by.PutAsJsonAsync($"{at.Thread}/mode", new { locked = true })),
        ["close"] = (Closers, 403, "not_allowed", (by, at) => by.SendAsync(HttpMethod.Post, $"{at.Thread}/close")),
        ["describe"] = (Publishers, 403, "not_allowed", (by, at) => by.SendJsonAsync(HttpMethod.Put, at.Thread, """{"title":"The bridge"}""")),
        ["undo another"] = (Moderators, 403, "not_allowed", (by, at) => by.PostAsJsonAsync($"{at.Site.Path}/people/another/undo", new { reason = "spam" })),
        ["read what waits of another"] = (Moderators, 404, "comment_unknown", (by, at) => by.GetAsync($"{at.Thread}/comments/{at.Pending}")),
        ["read what waits of one's own"] = (Everybody, 0, "", (by, at) => by.GetAsync($"{at.Thread}/comments/{at.OwnPending}")),
        ["edit what waits of another"] = (Moderators, 404, "comment_unknown", (by, at) => EditAsync(by, at, at.Pending)),
        ["react to what waits of another"] = ([], 404, "comment_unknown", (by, at) => by.SendAsync(HttpMethod.Put, $"{at.Thread}/comments/{at.Pending}/reactions/like")),
        ["report what waits of another"] = ([], 404, "comment_unknown", (by, at) => by.PostAsJsonAsync($"{at.Thread}/comments/{at.Pending}/reports", new { reason = "spam" })),
    };

    private static readonly string[] Readings = ["read what waits of another", "read what waits of one's own"];

    private readonly RunningServer _server = fixture.Server;

    public static TheoryData<string> Names => [.. Actions.Keys];

    public static TheoryData<string> WritingNames => [.. Actions.Keys.Except(Readings)];

    [Theory, MemberData(nameof(Names))]
    public async Task A_role_in_the_servers_token_may_exactly_what_the_table_says(string action)
    {
        foreach (var role in Everybody)
        {
            var client = _server.As($"server-{role}", RolesOf(role));
            await CheckAsync(action, role, client, await WriteAsync(new TestSite(_server), client));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_role_that_a_site_has_given_counts_there_and_on_another_site_its_holder_is_a_commenter(string action)
    {
        var (here, there) = (new TestSite(_server), new TestSite(_server));
        foreach (var role in Everybody)
        {
            var client = _server.As($"given-{role}");
            await here.GiveRolesAsync($"given-{role}", RolesOf(role));
            await CheckAsync(action, role, client, await WriteAsync(here, client));
            await CheckAsync(action, "commenter", client, await WriteAsync(there, client));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_token_of_one_sites_sign_on_is_nobodys_on_another(string action)
    {
        var (here, there) = (new TestSite(_server), new TestSite(_server));
        await here.AddSecretAsync("key", "signOn", Secret);
        var admin = _server.With(Tokens.Sign(Tokens.ClaimsOf("another", "admin"), Secret));

        await Actions[action].Send(admin, await WriteAsync(there, _server.As("somebody"))).IsRefusedAsync(401, "token_invalid");
    }

    [Theory, MemberData(nameof(WritingNames))]
    public async Task Who_has_not_signed_in_changes_nothing(string action) =>
        await Actions[action].Send(_server.Anybody, await WriteAsync(new TestSite(_server), _server.As("somebody"))).IsRefusedAsync(401, "sign_in_required");

    [Theory]
    [InlineData("post", 403)]
    [InlineData("edit one's own", 403)]
    [InlineData("react", 403)]
    [InlineData("remove one's own", 200)]
    [InlineData("read what waits of one's own", 200)]
    public async Task The_banned_take_back_what_they_said_and_nothing_else(string action, int status)
    {
        var (site, banned) = (new TestSite(_server), _server.As("banned"));
        var written = await WriteAsync(site, banned);
        await site.SanctionAsync(site.Moderator, "banned", new { kind = "ban", reason = "Rule 1" }).JsonAsync();

        using var answer = await Actions[action].Send(banned, written);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    private static string[] RolesOf(string role) => role == "commenter" ? [] : [role];

    private static async Task CheckAsync(string action, string role, HttpClient client, Written written)
    {
        var (may, status, code, send) = Actions[action];
        using var answer = await send(client, written);
        var text = await answer.Content.ReadAsStringAsync();
        if (may.Contains(role)) Assert.True(answer.IsSuccessStatusCode, $"{role}: {action}: {answer.StatusCode} {text}");
        else Assert.True((status, code) == ((int)answer.StatusCode, JsonDocument.Parse(text).RootElement.GetProperty("code").GetString()), $"{role}: {action}: {answer.StatusCode} {text}");
    }

    private async Task<Written> WriteAsync(TestSite site, HttpClient client)
    {
        var thread = $"{site.Path}/articles/{Guid.NewGuid():N}";
        var written = new Written(site, thread, await NumberAsync(client, thread), await NumberAsync(_server.As("another"), thread), 3, 4);
        await site.SanctionAsync(site.Admin, "waiting", new { kind = "review", reason = "Rule 1" }).JsonAsync();
        await _server.As("waiting").PostCommentAsync(thread).IsAnsweredAsync(202, "pending");
        await client.PostCommentAsync(thread).JsonAsync();
        await site.Moderator.DecideAsync(thread, 4, new { decision = "hold", revision = 1 }).JsonAsync();
        return written;
    }

    private static async Task<int> NumberAsync(HttpClient client, string thread) =>
        (await client.PostCommentAsync(thread).JsonAsync()).GetProperty("comment").GetProperty("number").GetInt32();

    private static Task<HttpResponseMessage> EditAsync(HttpClient by, Written at, int number) =>
        by.PutAsJsonAsync($"{at.Thread}/comments/{number}", new { revision = 1, body = "Other words" });

    private static Task<HttpResponseMessage> DecideAsync(HttpClient by, Written at, int number, string decision) =>
        by.DecideAsync(at.Thread, number, new { decision, reason = "spam", revision = 1 });

    /// <summary>A thread with a comment of the person and one of another, and one of each that waits.</summary>
    private sealed record Written(TestSite Site, string Thread, int Own, int Others, int Pending, int OwnPending);
}
