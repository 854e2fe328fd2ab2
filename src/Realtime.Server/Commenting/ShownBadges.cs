using Realtime.Discussion.Identity;
using Realtime.Server.Identity;

namespace Realtime.Server.Commenting;

/// <summary>
/// What stands beside somebody's name: the roles they have, then the badges that the sign-on gives. A badge called like a role makes nobody look like one who has it.
/// </summary>
internal static class ShownBadges
{
    public static IReadOnlyList<string> Of(Actor actor) =>
        [.. Claims.NamesOf(actor.Roles), .. actor.Badges.Where(badge => !Claims.IsRole(badge.ToLowerInvariant()))];
}
