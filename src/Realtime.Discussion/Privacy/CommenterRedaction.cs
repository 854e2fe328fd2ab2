using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Privacy;

/// <summary>
/// Takes a person out of the events of somebody else's own things: what the person did is told no longer, since nobody can read it any more, and who ignored them
/// ignores nobody. The person's own journal is deleted as a whole.
/// </summary>
public static class CommenterRedaction
{
    /// <returns>The event to put in its place; null when nothing of the person is in it.</returns>
    public static CommenterEvent? Of(CommenterEvent @event, UserId person)
    {
        var redacted = @event switch
        {
            NoticesTaken taken when taken.Items.Any(item => item.From?.Id == person) => taken with { Items = [.. taken.Items.Select(item => Without(item, person))] },
            PersonIgnored ignored when ignored.User == person => ignored with { User = UserId.Erased },
            PersonHeeded heeded when heeded.User == person => heeded with { User = UserId.Erased },
            _ => @event,
        };
        if (redacted.By == person) redacted = redacted with { By = UserId.Erased };
        return ReferenceEquals(redacted, @event) ? null : redacted;
    }

    private static InboxItem Without(InboxItem item, UserId person) => item.From?.Id == person ? item with { From = null, IsWithdrawn = true } : item;
}
