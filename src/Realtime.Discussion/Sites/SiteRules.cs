using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Sites;

/// <summary>The one place where a command meets the site's state: pure and static, no clock, no I/O, no random ids.</summary>
public static class SiteRules
{
    /// <summary>Mistakes told at once; whoever sends more has sent something else than they meant to.</summary>
    private const int MaxMistakes = 100;

    public static Decision Decide(Site site, SiteCommand command, DateTimeOffset now) => command switch
    {
        ChangeSettings change => SettingsRules.Decide(site, change, now),
        ChangePolicy change => PolicyRules.Decide(site, change, now),
        ChangeWords change => PolicyRules.Decide(site, change, now),
        ChangeScreening change => PolicyRules.Decide(site, change, now),
        GiveRoles give => RoleRules.Decide(site, give, now),
        AddSecret add => SecretRules.Decide(site, add, now),
        RemoveSecret remove => SecretRules.Decide(site, remove, now),
        ImposeSanction impose => SanctionRules.Decide(site, impose, now),
        LiftSanction lift => SanctionRules.Decide(site, lift, now),
        AcknowledgeWarning acknowledge => SanctionRules.Decide(site, acknowledge, now),
        _ => throw new ArgumentException($"No rule for {command.GetType().Name}.", nameof(command)),
    };

    internal static Decision? Refuse(SiteCommand command, Permission needed) =>
        command.Actor.May(needed) ? null : Decision.Refuse(RefusalCode.NotAllowed);

    /// <summary>A refusal that names every mistake; null when there is none.</summary>
    internal static Decision? Refuse(RefusalCode code, IEnumerable<string> mistakes)
    {
        var found = mistakes.ToList();
        if (found.Count == 0) return null;
        var told = string.Join(' ', found.Take(MaxMistakes));
        return Decision.Refuse(new Refusal(code) { Detail = found.Count > MaxMistakes ? $"{told} And {found.Count - MaxMistakes} more." : told });
    }
}
