using System.Security.Claims;
using Microsoft.IdentityModel.Tokens;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Identity;

/// <summary>Signing in by a site's own sign-on.</summary>
public sealed class SiteSignInTests(DevelopmentServer fixture) : IAsyncLifetime
{
    private const string Secret = "the gazette's secret, which is long enough", Newer = "the gazette's newer secret, long enough";
    private readonly TestSite _site = new(fixture.Server);
    private readonly TestSite _other = new(fixture.Server);
    private SignOnServer _signOn = null!;

    public async ValueTask InitializeAsync() => _signOn = await SignOnServer.StartAsync();

    public ValueTask DisposeAsync() => _signOn.DisposeAsync();

    [Fact]
    public async Task A_secret_of_the_site_verifies_tokens_and_two_do_while_they_are_exchanged()
    {
        await _site.AddSecretAsync("old", "signOn", Secret);
        await _site.AddSecretAsync("new", "signOn", Newer);
        await PostAsync(Token(Secret)).JsonAsync();
        await PostAsync(Token(Newer)).JsonAsync();

        using var removed = await _site.Publisher.DeleteAsync($"{_site.Path}/secrets/old");

        await PostAsync(Token(Secret)).IsRefusedAsync(401, "token_invalid");
        await PostAsync(Token(Newer)).JsonAsync();
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.EcdsaSha256)]
    public async Task An_authority_is_believed_by_the_keys_it_publishes(string algorithm)
    {
        await _site.SetAsync("settings", new { signOn = new { authority = _signOn.Authority, audience = "realtime" } });

        await PostAsync(_signOn.Sign(Ada(("iss", _signOn.Authority), ("aud", "realtime")), algorithm)).JsonAsync();
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.EcdsaSha256)]
    public async Task A_bare_key_set_is_enough_and_is_fetched_once(string algorithm)
    {
        await _site.SetAsync("settings", new { signOn = new { keySet = _signOn.KeySet, audience = "realtime" } });

        for (var i = 0; i < 3; i++) await PostAsync(_signOn.Sign(Ada(("aud", "realtime")), algorithm)).JsonAsync();

        Assert.Equal(1, _signOn.Fetches);
    }

    [Fact]
    public async Task A_key_that_is_not_known_yet_is_looked_for_again()
    {
        await _site.SetAsync("settings", new { signOn = new { keySet = _signOn.KeySet, audience = "realtime" } });
        await PostAsync(_signOn.Sign(Ada(("aud", "realtime")))).JsonAsync();

        _signOn.Rotate();

        await Realtime.Testing.Eventually.HoldsAsync("the new key is known", async () => (await PostAsync(_signOn.Sign(Ada(("aud", "realtime"))))).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Claims_are_read_by_the_names_that_the_site_has_for_them()
    {
        await _site.SetAsync("settings", new { signOn = new { idClaim = "oid", nameClaim = "nick", rolesClaim = "groups" } });
        await _site.AddSecretAsync("key", "signOn", Secret);
        Claim[] claims = [new("oid", "7"), new("nick", "Ada L."), new("groups", "readers"), new("groups", "moderator")];
        var token = Tokens.Sign([.. claims, new("sub", "x"), new("name", "y"), new("roles", "admin")], Secret);

        var author = (await PostAsync(token).JsonAsync()).GetProperty("comment").GetProperty("author");

        Assert.Equal(("7", "Ada L."), (author.GetProperty("id").GetString(), author.GetProperty("name").GetString()));
        await fixture.Server.With(token).GetAsync($"{_site.Path}/settings").JsonAsync();
        await fixture.Server.With(token).SendJsonAsync(HttpMethod.Put, $"{_site.Path}/settings", "{}").IsRefusedAsync(403, "not_allowed");
    }

    [Fact]
    public async Task A_token_of_one_site_is_no_token_on_another_nor_outside_of_sites()
    {
        await _site.AddSecretAsync("key", "signOn", Secret);
        await _other.AddSecretAsync("key", "signOn", Newer);
        var admin = fixture.Server.With(Tokens.Sign(Tokens.ClaimsOf("ada", "admin"), Secret));
        await admin.GetAsync($"{_site.Path}/settings").JsonAsync();

        await admin.GetAsync($"{_other.Path}/settings").IsRefusedAsync(401, "token_invalid");
        await admin.PostCommentAsync(_other.Thread).IsRefusedAsync(401, "token_invalid");
        await admin.SendAsync(HttpMethod.Post, "/api/v1/operations/drain").IsRefusedAsync(401, "token_invalid");
        await _site.SanctionAsync(admin, "bob", new { kind = "ban", reason = "Rule 1", everywhere = true }).IsRefusedAsync(403, "not_allowed");
    }

    [Fact]
    public async Task A_token_of_the_server_stays_good_on_a_site_with_a_sign_on_of_its_own()
    {
        await _site.AddSecretAsync("key", "signOn", Secret);
        await PostAsync(Tokens.For("ada")).JsonAsync();
    }

    private Task<HttpResponseMessage> PostAsync(string token) => fixture.Server.With(token).PostCommentAsync(_site.Thread);

    private static string Token(string secret) => Tokens.Sign(Ada(), secret);

    private static IEnumerable<Claim> Ada(params IEnumerable<(string Type, string Value)> more) =>
        Tokens.ClaimsOf("ada").Concat(more.Select(claim => new Claim(claim.Type, claim.Value)));
}
