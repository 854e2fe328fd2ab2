namespace Realtime.Discussion.Identity;

/// <summary>What only some may do, on one site. Everything else anybody may do, or the author of a comment.</summary>
public enum Permission
{
    /// <summary>Decide about comments, close and reopen threads, see what readers do not see.</summary>
    Moderate,

    /// <summary>Register and describe articles.</summary>
    Publish,

    /// <summary>Send a server away, rebuild a projection.</summary>
    Operate,

    ReadQueue,
    ReadAudit,

    /// <summary>Settings, word lists and screening: what the site is kept by, without its secrets.</summary>
    ReadSettings,
    ChangeSettings,
    ChangePolicy,
    ChangeWords,
    ChangeScreening,
    KeepSecrets,

    /// <summary>Make staff and moderators, and take those roles away.</summary>
    GiveLesserRoles,
    GiveEveryRole,

    ReadSanctions,
    Sanction,

    /// <summary>Sanction somebody who keeps the policy themselves.</summary>
    SanctionKeepers,
    SanctionEverywhere,

    /// <summary>See what is known of a person. Everybody may of themselves.</summary>
    ReadPeople,

    /// <summary>Hand out all that a person wrote and did. Everybody may their own.</summary>
    ExportPeople,

    /// <summary>Erase a person. Everybody may themselves.</summary>
    ErasePeople,

    /// <summary>Erase a person on all sites. For the server's own admins: a site's say nothing elsewhere.</summary>
    EraseEverywhere,
}

/// <summary>The one table of who may do what. Rules and hosts ask here and nowhere else.</summary>
public static class Permissions
{
    /// <summary>The roles that staff may not be sanctioned for having: they keep the policy.</summary>
    public const Roles Keepers = Roles.Moderator | Roles.Publisher | Roles.Admin;

    /// <summary>The roles that a publisher gives.</summary>
    public const Roles Lesser = Roles.Staff | Roles.Moderator;

    /// <summary>One of these roles is enough.</summary>
    private static readonly Dictionary<Permission, Roles> Holders = new()
    {
        [Permission.Moderate] = Roles.Moderator | Roles.Admin,
        [Permission.Publish] = Roles.Publisher | Roles.Admin,
        [Permission.Operate] = Roles.Admin,
        [Permission.ReadQueue] = Roles.Moderator | Roles.Admin,
        [Permission.ReadAudit] = Roles.Moderator | Roles.Publisher | Roles.Admin,
        [Permission.ReadSettings] = Roles.Moderator | Roles.Publisher | Roles.Admin,
        [Permission.ChangeSettings] = Roles.Publisher | Roles.Admin,
        [Permission.ChangePolicy] = Roles.Publisher | Roles.Admin,
        [Permission.ChangeWords] = Roles.Moderator | Roles.Publisher | Roles.Admin,
        [Permission.ChangeScreening] = Roles.Publisher | Roles.Admin,
        [Permission.KeepSecrets] = Roles.Publisher | Roles.Admin,
        [Permission.GiveLesserRoles] = Roles.Publisher | Roles.Admin,
        [Permission.GiveEveryRole] = Roles.Admin,
        [Permission.ReadSanctions] = Roles.Moderator | Roles.Admin,
        [Permission.Sanction] = Roles.Moderator | Roles.Admin,
        [Permission.SanctionKeepers] = Roles.Admin,
        [Permission.SanctionEverywhere] = Roles.Admin,
        [Permission.ReadPeople] = Roles.Moderator | Roles.Admin,
        [Permission.ExportPeople] = Roles.Admin,
        [Permission.ErasePeople] = Roles.Admin,
        [Permission.EraseEverywhere] = Roles.Admin,
    };

    public static bool May(this Roles roles, Permission permission) => (roles & Holders[permission]) != 0;

    public static bool May(this Actor actor, Permission permission) => actor.Roles.May(permission);
}
