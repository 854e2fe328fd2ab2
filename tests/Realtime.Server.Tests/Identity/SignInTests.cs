using System.Security.Claims;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Identity;

public class SignInTests(DevelopmentServer development, ProductionServer production)
{
    private static readonly Claim[] Ada = [new("sub", "ada"), new("name", "Ada")];
    private readonly string _thread = ServerFixture.NewThread();

    public static TheoryData<string, string> Forgeries => new()
    {
        { "not a token", "rubbish" },
        { "signed with another key", Tokens.Sign(Ada, key: "somebody else's key, which is long enough") },
        { "expired", Tokens.Sign(Ada, lifetime: TimeSpan.FromHours(-1)) },
        { "another algorithm", Tokens.Sign(Ada, key: new string('k', 64), algorithm: SecurityAlgorithms.HmacSha512) },
        { "no signature at all", Unsigned("none") },
        { "a signature that was cut off", Tokens.For("ada")[..^10] },
        { "other claims under the same signature", Altered(Tokens.For("ada"), "{\"sub\":\"ada\",\"name\":\"Ada\",\"roles\":[\"admin\"],\"exp\":4102444800}") },
        { "never expires", Forever() },
        { "nobody's", Tokens.Sign([new("name", "Ada")]) },
        { "without a name", Tokens.Sign([new("sub", "ada")]) },
        { "a name of nothing to see", Tokens.Sign([new("sub", "ada"), new("name", "\u200b\u202e")]) },
        { "a person of control characters", Tokens.Sign([new("sub", "a\u0000da"), new("name", "Ada")]) },
    };

    [Theory, MemberData(nameof(Forgeries))]
    public async Task A_token_that_is_not_valid_is_refused_also_where_none_is_needed(string what, string token)
    {
        Assert.NotEmpty(what);
        await development.Server.With(token).PostCommentAsync(_thread).IsRefusedAsync(401, "token_invalid");
        await development.Server.With(token).GetAsync($"{_thread}/comments").IsRefusedAsync(401, "token_invalid");
    }

    [Fact]
    public async Task A_token_in_the_query_of_the_api_signs_nobody_in()
    {
        var path = $"{_thread}/comments?access_token={Tokens.For("ada")}";
        await development.Server.Anybody.SendJsonAsync(HttpMethod.Post, path, """{"clientCommentId":"a","body":"x"}""").IsRefusedAsync(401, "sign_in_required");
    }

    [Fact]
    public async Task A_former_key_stays_good_while_a_new_one_is_rolled_out()
    {
        await using var server = await RunningServer.StartAsync(
            "--Authentication:SigningKey=a newer key that is also long enough", $"--Authentication:FormerSigningKeys:0={Tokens.Key}");

        await server.As("ada").PostCommentAsync(_thread).JsonAsync();
    }

    [Fact]
    public async Task Development_gives_a_token_to_whoever_asks()
    {
        var issued = await development.Server.Anybody
            .SendJsonAsync(HttpMethod.Post, "/api/v1/dev/token", """{"userId":"u1","name":"u1","roles":["publisher","staff"]}""").JsonAsync();
        var client = development.Server.With(issued.GetProperty("token").GetString()!);

        var posted = await client.PostCommentAsync(_thread).JsonAsync();
        await client.SendJsonAsync(HttpMethod.Put, _thread, """{"title":"By a publisher"}""").JsonAsync();

        Assert.Equal("u1", posted.GetProperty("comment").GetProperty("author").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"userId":"","name":"x"}""")]
    [InlineData("""{"userId":"u1"}""")]
    [InlineData("""{"userId":"u1","name":"x","roles":["king"]}""")]
    [InlineData("""{"userId":"u1","name":"x","roles":[null]}""")]
    [InlineData("""{"userId":1,"name":"x"}""")]
    public async Task A_token_for_nobody_is_not_given(string json) =>
        await development.Server.Anybody.SendJsonAsync(HttpMethod.Post, "/api/v1/dev/token", json).IsRefusedAsync(400, "request_malformed");

    [Fact]
    public async Task Outside_Development_there_is_no_such_route() =>
        await production.Server.Anybody.SendJsonAsync(HttpMethod.Post, "/api/v1/dev/token", """{"userId":"u1","name":"u1"}""").IsRefusedAsync(404, "not_found");

    private static string Unsigned(string algorithm) =>
        $"{Part($$"""{"alg":"{{algorithm}}","typ":"JWT"}""")}.{Part("""{"sub":"ada","name":"Ada","exp":4102444800}""")}.";

    private static string Altered(string token, string payload) => string.Join('.', token.Split('.') is [var head, _, var signature] ? [head, Part(payload), signature] : []);

    private static string Forever() => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Subject = new ClaimsIdentity(Ada),
        SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Tokens.Key)), SecurityAlgorithms.HmacSha256),
    });

    private static string Part(string json) => Base64UrlEncoder.Encode(json);
}
