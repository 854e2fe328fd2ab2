using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Privacy;

/// <summary>
/// Takes a person out of the events of somebody's inbox. What the person did is told no longer, since nobody can read it any more. Whom somebody ignores is theirs:
/// the person's id, which says nothing without them, stays in such lists.
/// </summary>
public static class CommenterRedaction
{
    /// <summary>Nobody in particular.</summary>
    public static readonly UserId Erased = new("realtime:erased");

    /// <returns>The event to put in its place; null when nothing of the person is in it.</returns>
    public static CommenterEvent? Of(CommenterEvent @event, UserId person) =>
        @event is NoticesTaken taken && taken.Items.Any(item => item.From?.Id == person)
            ? taken with { Items = [.. taken.Items.Select(item => item.From?.Id == person ? item with { From = null, IsWithdrawn = true } : item)] }
            : null;

    /// <summary>The same for events of the person's own, of which only kinds and places stay.</summary>
    public static CommenterEvent? OfTheirOwn(CommenterEvent @event)
    {
        if (@event is UnknownCommenterEvent) return null;
        var redacted = @event switch
        {
            ProfileTold { Name.Length: > 0 } or ProfileTold { Badges: not null } => (ProfileTold)@event with { Name = "", Badges = null },
            PersonIgnored ignored => ignored with { User = Erased },
            PersonHeeded heeded => heeded with { User = Erased },
            NoticesTaken { Items.Count: > 0 } taken => taken with { Items = [] },
            _ => @event,
        };
        redacted = redacted.By == Erased ? redacted : redacted with { By = Erased };
        return redacted == @event ? null : redacted;
    }
}
