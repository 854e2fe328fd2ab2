using System.Security.Claims;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Realtime.Server.Tests.Servers;

/// <summary>Tokens as a publisher's sign-on would make them.</summary>
internal static class Tokens
{
    public const string Key = "the tests' own key, which is long enough";

    public static string For(string user, params string[] roles) => Sign(ClaimsOf(user, roles));

    public static IEnumerable<Claim> ClaimsOf(string user, params string[] roles) =>
        [new("sub", user), new("name", user.ToUpperInvariant()), .. roles.Select(role => new Claim("roles", role))];

    public static string Sign(IEnumerable<Claim> claims, string key = Key, TimeSpan? lifetime = null, string algorithm = SecurityAlgorithms.HmacSha256) =>
        SignWith(new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key)), algorithm), claims, lifetime);

    public static string SignWith(SigningCredentials credentials, IEnumerable<Claim> claims, TimeSpan? lifetime = null)
    {
        var expires = TimeProvider.System.GetUtcNow().UtcDateTime + (lifetime ?? TimeSpan.FromHours(1));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Subject = new ClaimsIdentity(claims),
            NotBefore = expires.AddHours(-2),
            IssuedAt = expires.AddHours(-2),
            Expires = expires,
            SigningCredentials = credentials,
        });
    }
}
