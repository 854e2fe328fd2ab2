using System.Security.Claims;
using Realtime.Discussion.Identity;
using Realtime.Server.Bodies;

namespace Realtime.Server.Identity;

/// <summary>What tokens say of a person, and the person that commands know.</summary>
internal static class Claims
{
    public const string Subject = "sub", Name = "name", Roles = "roles";

    /// <summary>Role names in tokens. Others mean nothing here: a sign-on has roles for other programs too.</summary>
    private static readonly Dictionary<string, Roles> RolesByName = new(StringComparer.Ordinal)
    {
        ["staff"] = Discussion.Identity.Roles.Staff,
        ["moderator"] = Discussion.Identity.Roles.Moderator,
        ["publisher"] = Discussion.Identity.Roles.Publisher,
        ["admin"] = Discussion.Identity.Roles.Admin,
    };

    public static bool IsRole(string? name) => name is not null && RolesByName.ContainsKey(name);

    /// <summary>The signed-in person; null for a reader who has not signed in.</summary>
    public static Actor? AsActor(this ClaimsPrincipal principal) =>
        UserId.TryParse(principal.FindFirstValue(Subject), out var id) && DisplayName.Clean(principal.FindFirstValue(Name)) is { } name
            ? new Actor(id, name, RolesOf(principal))
            : null;

    /// <summary>The same person without the rest of the token: a reader's connection keeps it for hours.</summary>
    public static ClaimsPrincipal OnlyWhatIsAsked(this ClaimsPrincipal principal)
    {
        var asked = principal.Claims.Where(claim => claim.Type is Subject or Name or Roles).Select(claim => new Claim(claim.Type, claim.Value));
        return new ClaimsPrincipal(new ClaimsIdentity(asked, principal.Identity?.AuthenticationType, Name, Roles));
    }

    /// <summary>The person behind a request that has passed authorization.</summary>
    public static Actor RequiredActor(this ClaimsPrincipal principal) =>
        principal.AsActor() ?? throw new InvalidOperationException("Nobody is signed in: the endpoint must require authorization.");

    private static Roles RolesOf(ClaimsPrincipal principal) => principal.FindAll(Roles)
        .Aggregate(Discussion.Identity.Roles.None, (roles, claim) => roles | RolesByName.GetValueOrDefault(claim.Value));
}
