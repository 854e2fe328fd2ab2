using System.Security.Claims;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;

namespace Realtime.Server.Identity;

/// <summary>
/// What is known of a caller, and the person that commands know. A token that one site's sign-on has signed makes nobody anywhere else: its principal names
/// the site that it is bound to, and becomes a person only at that site.
/// </summary>
internal static class Claims
{
    public const string Subject = "sub", Name = "name", Roles = "roles", Badges = "badges", IssuedAt = "iat";

    /// <summary>The one site where the token is good; without it the server's own key has signed it, and it is good on all.</summary>
    public const string Bound = "realtime:bound";

    /// <summary>The site at which the caller is.</summary>
    public const string At = "realtime:at";

    /// <summary>A role that this site has given, beside the token's <see cref="Roles"/>.</summary>
    public const string SiteRoles = "realtime:roles";

    /// <summary>Role names in tokens. Others mean nothing here: a sign-on has roles for other programs too.</summary>
    private static readonly Dictionary<string, Roles> RolesByName = new(StringComparer.Ordinal)
    {
        ["staff"] = Discussion.Identity.Roles.Staff,
        ["moderator"] = Discussion.Identity.Roles.Moderator,
        ["publisher"] = Discussion.Identity.Roles.Publisher,
        ["admin"] = Discussion.Identity.Roles.Admin,
    };

    public static bool IsRole(string? name) => name is not null && RolesByName.ContainsKey(name);

    /// <summary>Null when one of the names is no role.</summary>
    public static Roles? RolesNamed(IEnumerable<string?> names)
    {
        var all = names.ToList();
        return all.TrueForAll(IsRole) ? all.Aggregate(default(Roles), (roles, name) => roles | RolesByName[name!]) : null;
    }

    public static IEnumerable<string> NamesOf(Roles roles) => RolesByName.Where(role => roles.HasFlag(role.Value)).Select(role => role.Key);

    /// <summary>
    /// The signed-in person; null for a reader who has not signed in, and for whoever is bound to a site as long as they are not at it. On the hub, where one
    /// connection may be at several sites, ask <see cref="SitePeople"/>.
    /// </summary>
    public static Actor? AsActor(this ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue(Bound) is { } bound && principal.FindFirstValue(At) != bound) return null;
        return UserId.TryParse(principal.FindFirstValue(Subject), out var id) && principal.FindFirstValue(Name) is { } name
            ? new Actor(id, name, RolesOf(principal)) { Badges = [.. principal.FindAll(Badges).Select(badge => badge.Value)] }
            : null;
    }

    /// <summary>The person behind a request that has passed authorization.</summary>
    public static Actor RequiredActor(this ClaimsPrincipal principal) =>
        principal.AsActor() ?? throw new InvalidOperationException("Nobody is signed in: the endpoint must require authorization.");

    /// <summary>The same caller at a site, with the roles that the site has given them; nobody when they are bound to another.</summary>
    public static ClaimsPrincipal AtSite(this ClaimsPrincipal principal, SiteId id, Site site)
    {
        if (principal.FindFirstValue(Bound) is { } bound && bound != id.Value) return new ClaimsPrincipal(new ClaimsIdentity());
        var given = UserId.TryParse(principal.FindFirstValue(Subject), out var user) ? site.RolesOf(user) : default;
        var own = principal.Claims.Where(claim => claim.Type is not (At or SiteRoles)).Select(claim => new Claim(claim.Type, claim.Value));
        return Of([.. own, new(At, id.Value), .. NamesOf(given).Select(role => new Claim(SiteRoles, role))], principal.Identity?.AuthenticationType);
    }

    public static ClaimsPrincipal Of(IEnumerable<Claim> claims, string? authentication) => new(new ClaimsIdentity(claims, authentication, Name, Roles));

    private static Roles RolesOf(ClaimsPrincipal principal) =>
        principal.FindAll(claim => claim.Type is Roles or SiteRoles).Aggregate(default(Roles), (roles, claim) => roles | RolesByName.GetValueOrDefault(claim.Value));
}
