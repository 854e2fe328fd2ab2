using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Realtime.Server.Commenting;
using Realtime.Server.Tests.Identity;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Security;

/// <summary>OWASP ASVS V9 (self-contained tokens): what is not signed by the right key, for here and for now, signs nobody in, on HTTP and on the hub.</summary>
public sealed class TokenForgeryTests(DevelopmentServer fixture) : IAsyncLifetime
{
    private const string Secret = "the site's own secret, which is long enough", Foreign = "a secret of nobody's, which is long enough";

    private static readonly Dictionary<string, Func<SignOnServer, string>> Forgeries = new()
    {
        ["not a token"] = _ => "rubbish",
        ["empty parts"] = _ => "..",
        ["a head that is no JSON"] = _ => $"{Part("nonsense")}.{Part(Claims())}.{Part("x")}",
        ["a head of other types"] = _ => $"{Part("""{"alg":7,"kid":{}}""")}.{Part(Claims())}.{Part("x")}",
        ["alg none"] = _ => $"{Part("""{"alg":"none"}""")}.{Part(Claims())}.",
        ["alg None"] = _ => $"{Part("""{"alg":"None"}""")}.{Part(Claims())}.",
        ["alg none with a guest's key"] = _ => $"{Part("""{"alg":"none","kid":"realtime:guest"}""")}.{Part(Claims("guest:1"))}.",
        ["a key of nobody's"] = _ => Tokens.Sign(Ada(), Foreign),
        ["a key of nobody's under a name that the site has"] = _ => Named(Foreign, "key", Ada()),
        ["a key of nobody's as a guest's"] = _ => Named(Foreign, "realtime:guest", Tokens.ClaimsOf("guest:1").Append(new("aud", "site"))),
        ["the server's key as a guest's"] = _ => Named(Tokens.Key, "realtime:guest", Tokens.ClaimsOf("guest:1").Append(new("aud", "site"))),
        ["another algorithm"] = _ => Tokens.Sign(Ada(), Secret + Secret, algorithm: SecurityAlgorithms.HmacSha512),
        ["the published key as a secret"] = signOn => Tokens.Sign(Ada(), signOn.PublicKeyAsText),
        ["a key of another algorithm"] = signOn => Retitled(signOn.Sign(Ada()), "ES256"),
        ["expired"] = _ => Tokens.Sign(Ada(), Secret, TimeSpan.FromMinutes(-5)),
        ["not valid yet"] = _ => Tokens.Sign(Ada(), Secret, TimeSpan.FromHours(5)),
        ["expired, by the authority"] = signOn => signOn.Sign(Ada(), lifetime: TimeSpan.FromMinutes(-5)),
        ["for another audience"] = _ => Tokens.Sign(Ada(audience: "another program"), Secret),
        ["for nobody in particular"] = _ => Tokens.Sign(Tokens.ClaimsOf("ada").Append(new("iss", "the sign-on")), Secret),
        ["for another audience, by the authority"] = signOn => signOn.Sign(Ada(audience: "another program")),
        ["by another issuer"] = _ => Tokens.Sign(Ada(issuer: "another sign-on"), Secret),
        ["by another issuer with the same key"] = signOn => signOn.Sign(Ada(issuer: "another sign-on")),
        ["a guest by the sign-on"] = _ => Tokens.Sign(Ada("guest:1"), Secret),
        ["nobody"] = _ => Tokens.Sign([new("name", "Ada"), new("aud", "realtime"), new("iss", "the sign-on")], Secret),
        ["other claims under a good signature"] = _ => Rewritten(Tokens.Sign(Ada(), Secret)),
        ["too long"] = _ => Tokens.Sign(Ada().Append(new("x", new string('x', 20_000))), Secret),
    };

    private readonly TestSite _site = new(fixture.Server);
    private SignOnServer _signOn = null!;

    public static TheoryData<string> Names => [.. Forgeries.Keys];

    public async ValueTask InitializeAsync()
    {
        _signOn = await SignOnServer.StartAsync();
        await _site.SetAsync("settings", new { guests = "on", signOn = new { keySet = _signOn.KeySet, issuer = "the sign-on", audience = "realtime" } });
        await _site.AddSecretAsync("key", "signOn", Secret);
    }

    public ValueTask DisposeAsync() => _signOn.DisposeAsync();

    [Fact]
    public async Task What_is_not_forged_is_good()
    {
        await fixture.Server.With(Tokens.Sign(Ada(), Secret)).PostCommentAsync(_site.Thread).JsonAsync();
        await fixture.Server.With(_signOn.Sign(Ada())).PostCommentAsync(_site.Thread).JsonAsync();
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_forged_token_is_refused_for_writing_and_for_reading(string forgery)
    {
        var client = fixture.Server.With(Forgeries[forgery](_signOn));

        await client.PostCommentAsync(_site.Thread).IsRefusedAsync(401, "token_invalid");
        await client.GetAsync($"{_site.Path}/settings").IsRefusedAsync(401, "token_invalid");
        await client.GetAsync($"{_site.Path}/policy").IsRefusedAsync(401, "token_invalid");
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_forged_token_opens_no_connection(string forgery)
    {
        var token = Forgeries[forgery](_signOn);
        await using var hub = new HubConnectionBuilder()
            .WithUrl($"{fixture.Server.HubAddress}?site={_site.Id}", options => options.AccessTokenProvider = () => Task.FromResult<string?>(token)).Build();

        await Assert.ThrowsAsync<HttpRequestException>(() => hub.StartAsync());
    }

    [Fact]
    public async Task A_connection_by_the_sites_token_is_somebody_at_that_site_and_nobody_at_another()
    {
        var token = Tokens.Sign(Ada(), Secret);
        await using var hub = new HubConnectionBuilder()
            .WithUrl($"{fixture.Server.HubAddress}?site={_site.Id}", options => options.AccessTokenProvider = () => Task.FromResult<string?>(token)).Build();
        await hub.StartAsync();

        var posted = await hub.InvokeAsync<PostedComment>("Post", _site.Id, "an-article", new PostRequest { ClientCommentId = "a", Body = "Hello" });
        var refused = await Assert.ThrowsAsync<HubException>(
            () => hub.InvokeAsync<PostedComment>("Post", new TestSite(fixture.Server).Id, "an-article", new PostRequest { ClientCommentId = "a", Body = "Hello" }));

        Assert.Equal("ada", posted.Comment.Author!.Id);
        Assert.Contains("sign_in_required", refused.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Claim> Ada(string user = "ada", string audience = "realtime", string issuer = "the sign-on") =>
        Tokens.ClaimsOf(user).Append(new("aud", audience)).Append(new("iss", issuer));

    private static string Claims(string user = "ada") => $$"""{"sub":"{{user}}","name":"Ada","aud":"realtime","iss":"the sign-on","roles":["admin"],"exp":4102444800}""";

    private static string Named(string secret, string keyId, IEnumerable<Claim> claims) => Tokens.SignWith(
        new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)) { KeyId = keyId }, SecurityAlgorithms.HmacSha256), claims);

    private static string Rewritten(string token) => token.Split('.') is [var head, _, var signature] ? $"{head}.{Part(Claims())}.{signature}" : "";

    private static string Retitled(string token, string algorithm) => token.Split('.') is [_, var body, var signature]
        ? $"{Part($$"""{"alg":"{{algorithm}}","kid":"{{new JsonWebToken(token).Kid}}"}""")}.{body}.{signature}"
        : "";

    private static string Part(string json) => Base64UrlEncoder.Encode(json);
}
