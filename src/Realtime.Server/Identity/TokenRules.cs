using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Realtime.Server.Identity;

/// <summary>What every token must keep to: a signature by one of these keys in one of these algorithms, and a time to live.</summary>
internal static class TokenRules
{
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>Issuer and audience are not looked at: whoever holds the secret is the sign-on. Whoever needs more says so with the result.</summary>
    public static TokenValidationParameters For(SigningOptions signing, IEnumerable<byte[]> keys, params IEnumerable<string> algorithms) => new()
    {
        IssuerSigningKeys = keys.Select(key => new SymmetricSecurityKey(key)),
        ValidAlgorithms = algorithms,
        ClockSkew = signing.ClockSkew,
        ValidateIssuer = false,
        ValidateAudience = false,
    };

    /// <summary>The token, when it keeps the rules.</summary>
    public static async ValueTask<JsonWebToken?> VerifyAsync(string token, TokenValidationParameters rules)
    {
        var result = await Handler.ValidateTokenAsync(token, rules);
        return result.IsValid ? (JsonWebToken)result.SecurityToken : null;
    }
}
