using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Comments;

/// <summary>Whether a person may be heard at a moment, and whether readers see at once what they write.</summary>
public static class Admission
{
    /// <summary>Why this person writes nothing now; null when they may.</summary>
    public static Refusal? Refuse(Actor actor, DateTimeOffset now, HouseRules house) =>
        RefusePerson(actor, now, house)
        ?? (house.Site.Settings.Locked && !actor.MayModerate ? new Refusal(RefusalCode.SiteLocked) : null);

    /// <summary>The same for what is possible while the site is locked.</summary>
    internal static Refusal? RefusePerson(Actor actor, DateTimeOffset now, HouseRules house)
    {
        if (house.StandingOf(actor.Id, now).Refused is { } barred) return barred;
        return actor.Id.IsGuest && house.Site.Settings.Guests == GuestMode.Off ? new Refusal(RefusalCode.GuestsNotAllowed) : null;
    }

    /// <summary>Published, pending or withheld.</summary>
    internal static CommentStatus StatusOf(ArticleThread thread, Actor actor, IReadOnlyList<Finding> findings, DateTimeOffset now, HouseRules house)
    {
        var standing = house.StandingOf(actor.Id, now);
        if (standing.IsShadowed) return CommentStatus.Withheld;
        var held = standing.IsReviewed || findings.Any(finding => finding.Verdict >= Verdict.Hold) || (!actor.IsOfTheHouse && AreReviewed(thread, actor, now, house));
        return held ? CommentStatus.Pending : CommentStatus.Published;
    }

    private static bool AreReviewed(ArticleThread thread, Actor actor, DateTimeOffset now, HouseRules house) =>
        house.Site.Settings.Moderation == ModerationMode.Pre
        || thread.Mode.Review
        || thread.GuardAt(now) is { Mode: FloodResponse.Review }
        || (actor.Id.IsGuest && house.Site.Settings.Guests == GuestMode.Review);
}
