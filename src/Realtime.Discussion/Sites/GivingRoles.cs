using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Sites;

/// <summary>
/// Give a person these roles on this site and no others, beside those that the sign-on gives. Admins give every role, publishers make staff and moderators.
/// </summary>
[GenerateSerializer, Immutable, Alias("give-roles")]
public sealed record GiveRoles : SiteCommand
{
    [Id(0)]
    public required UserId User { get; init; }

    [Id(1)]
    public required Roles Roles { get; init; }
}

public sealed record RolesGiven : SiteEvent
{
    public required UserId User { get; init; }

    /// <summary>All that the person has been given from now on.</summary>
    public required Roles Roles { get; init; }
}

internal static class RoleRules
{
    private const Roles Every = Permissions.Lesser | Roles.Publisher | Roles.Admin;

    public static Decision Decide(Site site, GiveRoles command, DateTimeOffset now)
    {
        var changed = command.Roles ^ site.RolesOf(command.User);
        var needed = (changed & ~Permissions.Lesser) == 0 ? Permission.GiveLesserRoles : Permission.GiveEveryRole;
        if (SiteRules.Refuse(command, needed) is { } refusal) return refusal;
        if ((command.Roles & ~Every) != 0) return Decision.Refuse(RefusalCode.RoleUnknown);
        if (command.User.IsGuest) return Decision.Refuse(new Refusal(RefusalCode.RoleUnknown) { Detail = "A guest has no roles: anybody can become one." });
        return changed == Roles.None
            ? Decision.Already()
            : Decision.Accept(new RolesGiven { At = now, By = command.Actor.Id, Name = command.Actor.Name, User = command.User, Roles = command.Roles });
    }
}
