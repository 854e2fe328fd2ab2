using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Server.Secrets;

namespace Realtime.Server.Identity;

/// <summary>Tokens that the server gives to people who have not signed in. Each is bound to one site (its audience), and is the only proof of being that guest.</summary>
internal sealed class GuestTokens(ServerKeys keys, IOptions<SigningOptions> signing, TimeProvider time)
{
    /// <summary>No secret of a site can be called so.</summary>
    public const string KeyId = "realtime:guest";

    private const string Role = "guest";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
    private static readonly SignOnSettings Names = new();

    private readonly IReadOnlyList<byte[]> _keys = keys.ForSigning("guests");

    /// <summary>A guest whom nobody has been before.</summary>
    public IssuedGuest Issue(SiteId site, string name)
    {
        var (now, user) = (time.GetUtcNow(), new UserId(UserId.GuestPrefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16))));
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Subject = new ClaimsIdentity([new(Claims.Subject, user.Value), new(Claims.Name, name), new(Claims.Roles, Role)]),
            Audience = site.Value,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(_keys[0]) { KeyId = KeyId }, SecurityAlgorithms.HmacSha256),
        });
        return new IssuedGuest { Token = token, UserId = user.Value, Name = name, ExpiresAt = (now + Lifetime).UtcDateTime };
    }

    /// <summary>The guest, at the site or, where the request names none, at their own.</summary>
    public async ValueTask<ClaimsPrincipal?> ReadAsync(string token, SiteId? site)
    {
        var rules = TokenRules.For(signing.Value, _keys, SecurityAlgorithms.HmacSha256);
        if (await TokenRules.VerifyAsync(token, rules) is not { } verified) return null;
        if (!SiteId.TryParse(verified.Audiences.SingleOrDefault(), out var own) || (site is { } at && at != own)) return null;
        return TokenClaims.Read(verified, Names, own, isGuest: true);
    }
}

/// <summary>A guest's identity. The token is all there is to it: who loses it is another guest the next time.</summary>
internal sealed record IssuedGuest
{
    public required string Token { get; init; }

    public required string UserId { get; init; }

    /// <summary>As it is shown.</summary>
    public required string Name { get; init; }

    public required DateTime ExpiresAt { get; init; }
}
