using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;

namespace Realtime.Server.Identity;

/// <summary>
/// Decides whose a token is, and whether it is good where it is shown. The site is the one that the request is about (the path's, on the hub the query's
/// <c>site</c>), never one that the token chooses. A token is
/// <list type="bullet">
/// <item>a guest's, when its key id says so: good at its own site;</item>
/// <item>else the server's, when one of the server's keys has signed it (HS256): good at every site;</item>
/// <item>else the site's, when its sign-on settings verify it: HS256 by its secrets, RS256 and ES256 by its published keys. Good at that site.</item>
/// </list>
/// </summary>
internal sealed class TokenReader(ServerTokens server, GuestTokens guests, SiteTokens sites)
{
    /// <summary>A token with a hundred groups has some 10 kB.</summary>
    private const int MaxLength = 16 * 1024;

    /// <summary>The caller; null when the token is not good here.</summary>
    /// <exception cref="JournalUnavailableException">The site's settings cannot be read.</exception>
    public async ValueTask<ClaimsPrincipal?> ReadAsync(string token, SiteId? site, CancellationToken cancellation)
    {
        if (Claimed(token) is not { } claimed) return null;
        if (claimed.Kid == GuestTokens.KeyId) return await guests.ReadAsync(token, site);
        if (claimed.Alg == SecurityAlgorithms.HmacSha256 && await server.ReadAsync(token) is { } caller) return caller;
        return site is { } at ? await sites.ReadAsync(at, token, claimed.Alg, cancellation) : null;
    }

    /// <summary>What the token's head claims, not verified; null when it is no signed token.</summary>
    private static JsonWebToken? Claimed(string token)
    {
        try
        {
            return token.Length <= MaxLength ? new JsonWebToken(token) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
