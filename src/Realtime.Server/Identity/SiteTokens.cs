using System.Security.Claims;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Server.Secrets;
using Realtime.Server.Sites;

namespace Realtime.Server.Identity;

/// <summary>Tokens of a site's own sign-on: good on that site only. What verifies them is in the site's settings and holds from the moment it changes.</summary>
internal sealed class SiteTokens(ServedSites sites, SecretBox secrets, PublishedKeys published, IOptions<SigningOptions> signing)
{
    private static readonly string[] ByPublishedKey = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256];

    public async ValueTask<ClaimsPrincipal?> ReadAsync(SiteId id, string token, string algorithm, CancellationToken cancellation)
    {
        if ((await sites.FindAsync(id, cancellation))?.Site is not { } site) return null;
        var signOn = site.Settings.SignOn;
        // The algorithm decides which keys are asked, so that a published key is never taken for a secret.
        var rules = algorithm == SecurityAlgorithms.HmacSha256 ? BySecret(id, site) : ByPublishedKey.Contains(algorithm) ? ByPublished(signOn) : null;
        if (rules is null) return null;
        if (signOn.Issuer is { } issuer) (rules.ValidateIssuer, rules.ValidIssuer) = (true, issuer);
        if (signOn.Audience is { } audience) (rules.ValidateAudience, rules.ValidAudience) = (true, audience);
        return await TokenRules.VerifyAsync(token, rules) is { } verified ? TokenClaims.Read(verified, signOn, id, isGuest: false) : null;
    }

    private TokenValidationParameters? BySecret(SiteId id, Site site)
    {
        var keys = secrets.OpenAll(id, site, SecretPurposes.SignOn).Select(secret => secret.Secret).ToList();
        return keys.Count == 0 ? null : TokenRules.For(signing.Value, keys, SecurityAlgorithms.HmacSha256);
    }

    private TokenValidationParameters? ByPublished(SignOnSettings signOn)
    {
        if (published.Of(signOn) is not { } keys) return null;
        var rules = TokenRules.For(signing.Value, [], ByPublishedKey);
        rules.ConfigurationManager = keys;
        // An authority says itself by which name it signs.
        rules.ValidateIssuer = signOn.Authority is not null;
        return rules;
    }
}
