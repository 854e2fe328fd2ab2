using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Tests;

internal static class People
{
    public static readonly Actor Ani = Commenter("ani");
    public static readonly Actor Bagrat = Commenter("bagrat");
    public static readonly Actor Moderator = Commenter("mod") with { Roles = Roles.Moderator };
    public static readonly Actor OtherModerator = Commenter("second") with { Roles = Roles.Moderator };
    public static readonly Actor Staff = Commenter("staff") with { Roles = Roles.Staff };
    public static readonly Actor Guest = Commenter("guest:g1");
    public static readonly Actor Publisher = Commenter("pub") with { Roles = Roles.Publisher };
    public static readonly Actor Admin = Commenter("admin") with { Roles = Roles.Admin };

    public static Actor Commenter(string id) => new(new UserId(id), $"The {id}", Roles.None);
}
