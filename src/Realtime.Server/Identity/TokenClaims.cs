using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Server.Bodies;

namespace Realtime.Server.Identity;

/// <summary>
/// What a token that has been verified says of a person, in this program's claims and nothing else of it: a reader's connection keeps it for hours.
/// </summary>
internal static class TokenClaims
{
    private const int MaxBadges = 5, MaxBadge = 32;

    /// <param name="token">Verified.</param>
    /// <param name="names">What its claims are called.</param>
    /// <param name="bound">The site that it is good for; null for all.</param>
    /// <param name="isGuest">Whether the server itself has signed it for a guest: nobody else may name one.</param>
    /// <returns>Null when it names nobody.</returns>
    public static ClaimsPrincipal? Read(JsonWebToken token, SignOnSettings names, SiteId? bound, bool isGuest)
    {
        var said = token.Claims.ToLookup(claim => claim.Type, claim => claim.Value);
        if (!UserId.TryParse(said[names.IdClaim].FirstOrDefault(), out var user) || user.IsGuest != isGuest) return null;
        if (DisplayName.Clean(said[names.NameClaim].FirstOrDefault()) is not { } name) return null;
        List<Claim> claims = [new(Claims.Subject, user.Value), new(Claims.Name, name)];
        claims.AddRange(said[names.RolesClaim].Where(Claims.IsRole).Distinct().Select(role => new Claim(Claims.Roles, role)));
        claims.AddRange(BadgesIn(said[names.BadgesClaim]).Select(badge => new Claim(Claims.Badges, badge)));
        claims.AddRange(said[Claims.IssuedAt].Take(1).Select(at => new Claim(Claims.IssuedAt, at)));
        if (bound is { } site) claims.Add(new Claim(Claims.Bound, site.Value));
        return Claims.Of(claims, JwtBearerDefaults.AuthenticationScheme);
    }

    private static IEnumerable<string> BadgesIn(IEnumerable<string> said) =>
        said.Select(DisplayName.Clean).OfType<string>().Where(badge => badge.Length <= MaxBadge).Distinct().Take(MaxBadges);
}
