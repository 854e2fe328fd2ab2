using System.Security.Claims;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Realtime.Discussion.Sites;

namespace Realtime.Server.Identity;

/// <summary>Tokens of the server's own sign-on (<see cref="SigningOptions"/>): good on every site.</summary>
internal sealed class ServerTokens(IOptions<SigningOptions> signing)
{
    private static readonly SignOnSettings Names = new();

    private readonly TokenValidationParameters _rules = TokenRules.For(signing.Value, signing.Value.Keys(), SecurityAlgorithms.HmacSha256);

    public async ValueTask<ClaimsPrincipal?> ReadAsync(string token) =>
        await TokenRules.VerifyAsync(token, _rules) is { } verified ? TokenClaims.Read(verified, Names, bound: null, isGuest: false) : null;
}
